namespace Slipstream.Host.Reports.Html;

/// <summary>A cross-hair with a read-out on charts over time. The page is whole without it.</summary>
internal static class PageScript
{
    public static Markup Text { get; } = new(
        """
        //<![CDATA[
        (() => {
          const two = n => String(n).padStart(2, '0');
          const show = { money: v => v.toLocaleString('en-US', { maximumFractionDigits: Math.abs(v) < 1000 ? 2 : 0 }),
            pct: v => (v * 100).toFixed(2) + '%', price: v => v.toLocaleString('en-US', { maximumSignificantDigits: 7 }) };
          const stamp = (seconds, span) => {
            const d = new Date(seconds * 1000 - (span > 1728000 ? 1 : 0));
            const day = d.getUTCFullYear() + '-' + two(d.getUTCMonth() + 1) + '-' + two(d.getUTCDate());
            return span > 1728000 ? day : day + ' ' + two(d.getUTCHours()) + ':' + two(d.getUTCMinutes()) + ' UTC';
          };
          for (const plot of document.querySelectorAll('.plot[data-at]')) {
            const at = plot.dataset.at.split(' ').map(Number);
            const [from, to] = plot.dataset.range.split(' ').map(Number);
            const names = plot.dataset.names.split('|'), kinds = plot.dataset.kinds.split('|');
            const values = plot.dataset.values.split('|').map(v => v.split(' ').map(Number));
            const svg = plot.querySelector('svg');
            const hair = document.createElementNS(svg.namespaceURI, 'line');
            hair.setAttribute('class', 'hair');
            hair.setAttribute('y1', '0');
            hair.setAttribute('y2', svg.getAttribute('height'));
            const box = document.createElement('div');
            box.className = 'readout';
            const hide = () => { hair.remove(); box.remove(); };
            const move = e => {
              const r = svg.getBoundingClientRect();
              const x = from + (to - from) * Math.min(1, Math.max(0, (e.clientX - r.left) / r.width));
              let lo = 0, hi = at.length - 1;
              while (hi - lo > 1) { const mid = (lo + hi) >> 1; if (at[mid] > x) hi = mid; else lo = mid; }
              const i = x - at[lo] > at[hi] - x ? hi : lo;
              const part = (at[i] - from) / (to - from);
              hair.setAttribute('x1', part * 100 + '%');
              hair.setAttribute('x2', part * 100 + '%');
              svg.appendChild(hair);
              box.textContent = '';
              const head = document.createElement('b');
              head.textContent = stamp(at[i], to - from);
              box.appendChild(head);
              names.forEach((name, k) => {
                const row = document.createElement('span'), value = document.createElement('em');
                row.textContent = name;
                value.textContent = show[kinds[k]](values[k][i]);
                row.appendChild(value);
                box.appendChild(row);
              });
              plot.appendChild(box);
              const left = r.left - plot.getBoundingClientRect().left + part * r.width;
              box.style.left = (part > 0.5 ? left - box.offsetWidth - 10 : left + 10) + 'px';
            };
            plot.addEventListener('pointermove', move);
            plot.addEventListener('pointerdown', move);
            plot.addEventListener('pointerleave', hide);
          }
        })();
        //]]>
        """);
}
