extension UnvalidatedInput {
  static let parameterExamples: [RuleExample] = [
    RuleExample(
      "java",
      "A path that the framework hands over",
      """
      import java.nio.file.Files;
      import java.nio.file.Path;
      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.RequestParam;

      class Downloads {
          @GetMapping("/download")
          public byte[] download(@RequestParam String name) throws java.io.IOException {
              return Files.readAllBytes(Path.of("/data", name));
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "java",
      "A number picks the row, and no more",
      """
      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.PathVariable;

      class Orders {
          private Store store;

          @GetMapping("/orders/{id}")
          public Order order(@PathVariable long id) {
              return store.find(id);
          }
      }
      """
    ),
  ]
}
