import Testing

@Suite struct PythonNameTests {
  @Test func importedNamesHaveTheirCanonicalPath() throws {
    let tree = try python(
      """
      requests.get(url)
      fetch(url)
      client.charge(order)
      os.path.join(a, b)
      ElementTree.parse(p)
      """,
      parameters: "url, order",
      imports: """
        import requests
        import os.path
        import xml.etree.ElementTree as ElementTree
        from requests import get as fetch
        from . import client
        """
    )
    #expect(
      tree == """
        parameter: read parameter url
        parameter: read parameter order
        call requests.get = requests.get by import [discarded]
          argument: argument
            value: read parameter url
        call fetch = requests.get by import [discarded]
          argument: argument
            value: read parameter url
        call client.charge = .client.charge by import [discarded]
          argument: argument
            value: read parameter order
        call os.path.join = os.path.join by import [discarded]
          argument: argument
            value: read a
          argument: argument
            value: read b
        call ElementTree.parse = xml.etree.ElementTree.parse by import [discarded]
          argument: argument
            value: read p

        """
    )
  }

  @Test func whatTheLanguageProvidesStandsForItself() throws {
    let tree = try python(
      """
      open(path)
      print(len(path))
      dict.fromkeys(path)
      """,
      parameters: "path"
    )
    #expect(
      tree == """
        parameter: read parameter path
        call open = open by import [discarded]
          argument: argument
            value: read parameter path
        call print = print by import [discarded]
          argument: argument
            value: call len = len by import
              argument: argument
                value: read parameter path
        call dict.fromkeys = dict.fromkeys by import [discarded]
          argument: argument
            value: read parameter path

        """
    )
  }

  @Test func whatTheFileOrAParameterRedefinesDoesNot() throws {
    let tree = try python(
      """
      input(id)
      id()
      """,
      parameters: "id",
      imports: "def input(x): pass"
    )
    #expect(
      tree == """
        parameter: read parameter id
        call input [discarded]
          argument: argument
            value: read parameter id
        call id [discarded]

        """
    )
  }

  @Test func aLocalHasThePathOfTheCallThatMadeIt() throws {
    let tree = try python(
      """
      session = requests.Session()
      response = session.get(url)
      response.raise_for_status()
      data = response.json()
      data.get("x")
      """,
      parameters: "url",
      imports: "import requests"
    )
    #expect(
      tree == """
        parameter: read parameter url
        assign [declares]
          target: read local session
          value: call requests.Session = requests.Session by import [constructs]
        assign [declares]
          target: read local response
          value: call session.get = requests.Session.get by constructor
            argument: argument
              value: read parameter url
        call response.raise_for_status = requests.Session.get().raise_for_status by constructor [discarded]
        assign [declares]
          target: read local data
          value: call response.json = requests.Session.get().json by constructor
        call data.get = requests.Session.get().json().get by constructor [discarded]
          argument: argument
            value: literal string "x"

        """
    )
  }

  @Test func aDeclaredTypeGivesAPath() throws {
    let tree = try python(
      """
      s.get(url)
      o.post(url)
      q.put(url)
      u.head(url)
      n.patch(url)
      local: requests.Session = make()
      local.get(url)
      """,
      parameters:
        "s: requests.Session, o: Optional[requests.Session], q: \"requests.Session\", u: requests.Session | None, n: Union[None, requests.Session]",
      imports: """
        import requests
        from typing import Optional
        """
    )
    #expect(
      tree == """
        parameter: read parameter s = requests.Session
        parameter: read parameter o = requests.Session
        parameter: read parameter q = requests.Session
        parameter: read parameter u = requests.Session
        parameter: read parameter n = requests.Session
        call s.get = requests.Session.get by declaredType [discarded]
          argument: argument
            value: read url
        call o.post = requests.Session.post by declaredType [discarded]
          argument: argument
            value: read url
        call q.put = requests.Session.put by declaredType [discarded]
          argument: argument
            value: read url
        call u.head = requests.Session.head by declaredType [discarded]
          argument: argument
            value: read url
        call n.patch = requests.Session.patch by declaredType [discarded]
          argument: argument
            value: read url
        assign [declares]
          target: read local local
          value: call make
        call local.get = requests.Session.get by declaredType [discarded]
          argument: argument
            value: read url

        """
    )
  }

  @Test func anotherNameForAnImportIsThatImport() throws {
    let tree = try python(
      """
      get = requests.get
      get(url)
      """,
      parameters: "url",
      imports: "import requests"
    )
    #expect(
      tree == """
        parameter: read parameter url
        assign [declares]
          target: read local get
          value: read static requests.get = requests.get
        call get = requests.get by import [discarded]
          argument: argument
            value: read parameter url

        """
    )
  }

  @Test func twoKindsOfValueLeaveNothingKnown() throws {
    let tree = try python(
      """
      client = requests.Session()
      client = make()
      client.get(url)
      """,
      parameters: "url",
      imports: "import requests"
    )
    #expect(
      tree == """
        parameter: read parameter url
        assign [declares]
          target: read local client
          value: call requests.Session = requests.Session by import [constructs]
        assign
          target: read local client
          value: call make
        call client.get [discarded]
          argument: argument
            value: read parameter url

        """
    )
  }

  @Test func aValueOfTheFileIsKnownInItsFunctions() throws {
    let tree = try python(
      """
      session.get(url)
      client.send(url)
      LIMIT.value
      """,
      parameters: "url",
      imports: """
        import requests
        session = requests.Session()
        client: requests.Session = make()
        LIMIT = 3
        """
    )
    #expect(
      tree == """
        parameter: read parameter url
        call session.get = requests.Session.get by constructor [discarded]
          argument: argument
            value: read parameter url
        call client.send = requests.Session.send by declaredType [discarded]
          argument: argument
            value: read parameter url
        read static LIMIT.value

        """
    )
  }

  @Test func elementsAndMembersHangOnWhatTheyBelongTo() throws {
    let tree = try python(
      """
      rows[0]
      self.rows[i].name
      table[row, 1:]
      load()[0]
      load().name.first
      xs[:2]
      xs[::step]
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        parameter: read parameter rows
        read element rows
          index: literal integer "0"
        read member .name
          receiver: read element self.rows
            index: read i
        read element table
          index: operation ,
            operand: read row
            operand: operation slice
              operand: literal integer "1"
        read member
          receiver: call load
          index: literal integer "0"
        read member .first
          receiver: read member .name
            receiver: call load
        read element xs
          index: operation slice
            operand: literal null
            operand: literal integer "2"
        read element xs
          index: operation slice
            operand: literal null
            operand: literal null
            operand: read step

        """
    )
  }

  @Test func aDottedNameHasNoBlanks() throws {
    let tree = try python(
      """
      (gateway
        .cards  # of the customer
        .charge(order))
      """
    )
    #expect(
      tree == """
        call gateway.cards.charge [discarded]
          argument: argument
            value: read order

        """
    )
  }

  @Test func importsInAFunctionHoldInIt() throws {
    let tree = try python(
      """
      import json as j
      from os import path
      j.loads(text)
      path.join(text)
      """,
      parameters: "text"
    )
    #expect(
      tree == """
        parameter: read parameter text
        call j.loads = json.loads by import [discarded]
          argument: argument
            value: read parameter text
        call path.join = os.path.join by import [discarded]
          argument: argument
            value: read parameter text

        """
    )
  }

  @Test func globalAndNonlocalNamesAreNotLocal() throws {
    let tree = try python(
      """
      global counter
      counter = counter + 1
      def inner():
        nonlocal x
        x = 2
        counter = 1
      """,
      parameters: "x",
      imports: "counter = 0"
    )
    #expect(
      tree == """
        parameter: read parameter x
        assign
          target: read static counter
          value: operation +
            operand: read static counter
            operand: literal integer "1"
        closure inner
          body: block
            assign
              target: read captured x
              value: literal integer "2"
            assign [declares]
              target: read local counter
              value: literal integer "1"

        """
    )
  }
}
