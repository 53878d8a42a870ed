import Behaviour
import Testing

@Suite struct CSharpNameTests {
  @Test func namespacesTellWhereATypeIsFrom() throws {
    #expect(
      try csharp("new SmtpClient().Send(m);", before: "using MailKit.Net.Smtp;") == """
        call .Send = MailKit.Net.Smtp.SmtpClient.Send by import [discarded]
          receiver: call SmtpClient = MailKit.Net.Smtp.SmtpClient by import [constructs]
          argument: argument
            value: read m

        """
    )
    #expect(
      try csharp("new SmtpClient();", before: "using System.Net.Mail;").contains("= System.Net.Mail.SmtpClient by")
    )
    #expect(try csharp("new SmtpClient();").contains("= SmtpClient by nameOnly"))
    #expect(
      try csharp("Json.Write();", before: "using Json = Newtonsoft.Json.JsonConvert;").contains("JsonConvert.Write")
    )
  }

  @Test func declaredTypesTellWhatIsCalled() throws {
    #expect(
      try csharp("await _http.GetAsync(url).ConfigureAwait(false);", members: "readonly HttpClient _http;") == """
        await
          value: call this._http.GetAsync = System.Net.Http.HttpClient.GetAsync by declaredType [awaited, discarded]
            argument: argument
              value: read url

        """
    )
    #expect(
      try csharp("repo.Save(o);", parameters: "IOrderRepository? repo").contains(
        "= IOrderRepository.Save by declaredType"
      )
    )
    #expect(try csharp("item.Save();", parameters: "T item").contains("call item.Save [discarded]"))
    #expect(try csharp("string.Join(a, b);").contains("= System.String.Join by import"))
  }

  @Test func valuesHaveTheTypeThatMadeThem() throws {
    #expect(
      try csharp("var r = await http.GetAsync(url); r.EnsureSuccessStatusCode();", parameters: "HttpClient http")
        .contains("= System.Net.Http.HttpClient.GetAsync().EnsureSuccessStatusCode by constructor")
    )
    #expect(
      try csharp("var c = new HttpClient(); c.Send(m);").contains("System.Net.Http.HttpClient.Send by constructor")
    )
    #expect(try csharp("HttpClient c = new(); c.Send(m);").contains("call HttpClient = System.Net.Http.HttpClient"))
    #expect(try csharp("var c = (HttpClient)x; c.Send(m);").contains("HttpClient.Send by declaredType"))
    #expect(
      try csharp("var c = services.GetRequiredService<HttpClient>(); c.Send(m);").contains(
        "HttpClient.Send by declared"
      )
    )
    #expect(try csharp("catch_(out HttpClient c); c.Send(m);").contains("HttpClient.Send by declaredType"))
  }

  @Test func membersNeedNoThis() throws {
    #expect(
      try csharp("count = Count + other; var count2 = count;", members: "int count; int Count { get; set; }") == """
        assign
          target: read field this.count
          value: operation +
            operand: read field this.Count
            operand: read other
        assign [declares]
          target: read local count2
          value: read field this.count

        """
    )
    #expect(try csharp("count.Add();", parameters: "int count", members: "int count;").contains("call count.Add"))
    #expect(try csharp("Total.Add();", members: "static int Total;").contains("call Total.Add"))
  }

  @Test func aTypeIsNeverCalled() throws {
    #expect(try csharp("return File(bytes, name);").contains("call File [returned]"))
    #expect(try csharp("File.Delete(name);").contains("= System.IO.File.Delete by import"))
  }

  @Test func verbatimNamesAndTypeArgumentsAreLeftOut() throws {
    #expect(
      try csharp("@lock.Take<int>(@class);") == """
        call lock.Take [discarded]
          argument: argument
            value: read class

        """
    )
    #expect(
      try csharp("global::System.Console.Beep();").contains("call System.Console.Beep = System.Console.Beep by import")
    )
  }

  @Test func whatMayBeAbsentIsOptional() throws {
    #expect(
      try csharp("a?.B?.C(1); x()?.D(); a!.E(); var q = rows?[0];") == """
        call a.B.C [discarded, optional]
          argument: argument
            value: literal integer "1"
        call .D [discarded, optional]
          receiver: call x
        call a.E [discarded]
        assign [declares]
          target: read local q
          value: read element rows [optional]
            index: literal integer "0"

        """
    )
  }
}
