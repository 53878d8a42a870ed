extension LockLeak {
  static let unverifiedExamples: [RuleExample] = [
    RuleExample(
      "python",
      "Taken here, given back elsewhere",
      """
      import threading

      class Turnstile:
          def __init__(self):
              self.lock = threading.Lock()

          def visit(self, guest):
              self.lock.acquire()
              ^^^^^^^^^^^^^^^^^^^ unverified
              self.guests.append(guest)
      """
    ),
    RuleExample(
      "java",
      "Given back by whoever is told of the end",
      """
      import java.util.concurrent.locks.ReentrantLock;

      class Session {
        private final ReentrantLock lock = new ReentrantLock();

        void run(Job job) {
          lock.lock();
          ^^^^^^^^^^^ unverified
          job.onDone(this::finished);
        }
      }
      """
    ),
    RuleExample(
      "go",
      "The lock of a store, of which nobody knows the type",
      """
      package jobs

      func (r *Runner) Once(ctx Context, name string) error {
      	if err := r.store.Lock(ctx, name); err != nil {
                 ^^^^^^^^^^^^^^^^^^^^^^^ unverified
      		return err
      	}
      	return r.work(name)
      }
      """
    ),
    RuleExample(
      "go",
      "An object that holds its lock in itself",
      """
      package jobs

      func (r *Runner) Count(item *Item) int {
      	item.Lock()
       ^^^^^^^^^^^ unverified
      	return item.count
      }
      """
    ),
  ]
}
