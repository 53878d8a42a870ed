import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

class Importer {
  static Store store;
  static Log log;

  static Deque<String> importAll(List<String> paths) {
    Deque<String> failed = new ArrayDeque<>();
    for (String path : paths) {
      try {
        try {
          store.save(read(path));
        } finally {
          release(path);
        }
      } catch (Exception error) {
        log.warn("skipped", path, error);
        failed.push(path);
        continue;
      }
      log.info("done", path);
    }
    return failed;
  }
}
