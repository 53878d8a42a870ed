extension UnguardedSharedWrite {
  /// Looks beside the lock, and locks that only readers take.
  static let readExamples: [RuleExample] = [
    RuleExample(
      "go",
      "Who reads takes the lock, who writes does not",
      """
      package config

      import "sync"

      type Current struct {
      	lock  sync.RWMutex
      	value string
      }

      func (c *Current) Get() string {
      	c.lock.RLock()
      	defer c.lock.RUnlock()
      	return c.value
      }

      func (c *Current) Set(value string) {
      	c.value = value
       ^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "go",
      "The one that looks without the lock",
      """
      package config

      import "sync"

      type Names struct {
      	lock  sync.RWMutex
      	known map[string]int
      }

      func (n *Names) Replace(names map[string]int) {
      	n.lock.Lock()
      	defer n.lock.Unlock()
      	n.known = names
       ^^^^^^^ checked
      }

      func (n *Names) Get(name string) int {
      	n.lock.RLock()
      	defer n.lock.RUnlock()
      	return n.known[name]
      }

      func (n *Names) IsEmpty() bool {
      	return len(n.known) == 0
                  ^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "csharp",
      "A collection that is its own lock",
      """
      public class Jobs
      {
          private readonly List<Job> _active = new List<Job>();

          public void Start(Job job)
          {
              lock (_active)
              {
                  _active.Add(job);
                  ^^^^^^^^^^^^^^^^ checked
              }
          }

          public void Stop(Job job)
          {
              lock (_active)
              {
                  _active.Remove(job);
                  ^^^^^^^^^^^^^^^^^^^ checked
              }
          }

          public void Reset()
          {
              _active.Clear();
              ^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
  ]
}
