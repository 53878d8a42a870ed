/// What the namespaces hold that files bring in with `using`, as far as anything is known of it.
enum CSharpNamespaces {
  /// Words that are types, and roots of names that are written out whole.
  static let globals: Set<String> = [
    "System", "Microsoft", "Newtonsoft", "Azure", "Amazon", "Serilog", "StackExchange", "MailKit", "MimeKit", "Google",
    "MongoDB", "Npgsql", "Polly", "RestSharp", "Flurl", "MassTransit", "Confluent",
  ]

  static let catalog = NameCatalog(
    CSharpNamespaces.system + CSharpNamespaces.web + CSharpNamespaces.data + CSharpNamespaces.cloud
      + CSharpNamespaces.testing,
    always: [
      // What a project brings in without saying so.
      "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
      "System.Threading.Tasks",
      // Names that nobody else has.
      "Microsoft.Extensions.Logging", "Xunit", "Microsoft.AspNetCore.Mvc",
    ]
  )

  /// The canonical path of a type that has a word of its own.
  static let predefined: [String: String] = [
    "string": "System.String", "object": "System.Object", "bool": "System.Boolean", "byte": "System.Byte",
    "sbyte": "System.SByte", "char": "System.Char", "decimal": "System.Decimal", "double": "System.Double",
    "float": "System.Single", "int": "System.Int32", "uint": "System.UInt32", "long": "System.Int64",
    "ulong": "System.UInt64", "short": "System.Int16", "ushort": "System.UInt16", "nint": "System.IntPtr",
    "nuint": "System.UIntPtr",
  ]
}
