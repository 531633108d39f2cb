using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Slipstream.Architecture.Tests.Model;

namespace Slipstream.Architecture.Tests.Reading;

/// <summary>Reads what an assembly uses and declares from its metadata, without loading it.</summary>
internal static class AssemblyReader
{
    /// <summary>Returns the project with what its assembly shows.</summary>
    /// <exception cref="FileNotFoundException">The assembly lies not beside the tests: the host does not reference its project.</exception>
    public static Project AddTo(Project project, string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var reader = image.GetMetadataReader();
        var declared = reader.TypeDefinitions.Where(handle => !IsCompilers(reader, handle)).ToArray();
        return project with
        {
            Assemblies = Names(reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))),
            TypesUsed = Names(reader.TypeReferences.Select(handle => NameOf(reader, handle))),
            MembersUsed = Names(reader.MemberReferences.Select(handle => NameOf(reader, reader.GetMemberReference(handle)))),
            NativeLibraries = Names(NativeLibraries(reader)),
            Types = Names(declared.Select(handle => NameOf(reader, handle))),
            MutableStatics = Names(declared.SelectMany(handle => MutableStatics(reader, handle))),
        };
    }

    private static string[] Names(IEnumerable<string> names) => [.. names.Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> NativeLibraries(MetadataReader reader) =>
        from handle in reader.MethodDefinitions
        let method = reader.GetMethodDefinition(handle)
        where method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
        select reader.GetString(reader.GetModuleReference(method.GetImport().Module).Name);

    // An auto-property's field counts: its name is the compiler's, but its type is not.
    private static IEnumerable<string> MutableStatics(MetadataReader reader, TypeDefinitionHandle type) =>
        from handle in reader.GetTypeDefinition(type).GetFields()
        let field = reader.GetFieldDefinition(handle)
        where field.Attributes.HasFlag(FieldAttributes.Static)
            && !field.Attributes.HasFlag(FieldAttributes.InitOnly) && !field.Attributes.HasFlag(FieldAttributes.Literal)
        select $"{NameOf(reader, type)}.{reader.GetString(field.Name)}";

    // Lambdas, iterators and their caches live in types whose names no one can write.
    private static bool IsCompilers(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return reader.GetString(type.Name).Contains('<') || (type.IsNested && IsCompilers(reader, type.GetDeclaringType()));
    }

    private static string NameOf(MetadataReader reader, MemberReference member)
    {
        var parent = member.Parent.Kind switch
        {
            HandleKind.TypeReference => NameOf(reader, (TypeReferenceHandle)member.Parent),
            HandleKind.TypeSpecification => NameOf(reader, reader.GetTypeSpecification((TypeSpecificationHandle)member.Parent)),
            _ => "",
        };
        return parent.Length == 0 ? "" : $"{parent}.{reader.GetString(member.Name)}";
    }

    // Of the specifications only instances of generic types matter: List<int>.Add.
    private static string NameOf(MetadataReader reader, TypeSpecification specification)
    {
        var blob = reader.GetBlobReader(specification.Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return "";
        }

        blob.ReadCompressedInteger(); // class or value type
        var handle = blob.ReadTypeHandle();
        return handle.Kind == HandleKind.TypeReference ? NameOf(reader, (TypeReferenceHandle)handle) : "";
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}.{reader.GetString(type.Name)}"
            : Qualified(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.IsNested
            ? $"{NameOf(reader, type.GetDeclaringType())}.{reader.GetString(type.Name)}"
            : Qualified(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
