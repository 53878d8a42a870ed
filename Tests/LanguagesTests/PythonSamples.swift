/// Programs that use all that Python has.
let pythonSamples = [
  #"""
  #!/usr/bin/env python3
  """Orders."""
  from __future__ import annotations
  import os, a.b as c
  from ..shop.db import (connect as open_db, close,)

  LIMIT: int = 3
  first, *rest = sys.argv  # what was asked for

  @app.route("/x", methods=["GET"])
  async def handle(a, /, b: Optional[int] = 1, *args: str, key="x", **options) -> dict[str, int]:
    """Handles."""
    global LIMIT
    try:
      x = await load(a, b=1, *args, **options)
    except (ValueError, OSError) as error:  # known
      raise Failed(error) from error
    except KeyError:
      raise
    except:
      pass
    else:
      y = 1
    finally:
      close()
    while not x and (y or z) or a < b <= 3 is not None:
      continue
    else:
      LIMIT += 1
    for i, (j, k) in enumerate(x): print(i, f"{j!r:>{k}} of {x['a']}" "!")
    with open(a) as file, lock: file.write(b"x" if y else r'z')
    async with session() as s, suppress(OSError): await s.get(x[1:-1], x[::2, ...])
    if (n := len(x)) > 1: return None
    elif a in b: del x[0], y.z
    else: assert a == b, "text"
    return lambda q, *w: (q, [*w, -1], {**w, "k": 2.5}, {1, 2}, ())

  class Order(Base, metaclass=Meta):
    # fields
    total = property(lambda self: self.rows)
    def __init__(self, client: "Client"):
      self.client: Client = client
      self.a = self.b = [x for x in client if x for y in x]
    @staticmethod
    def parse(text):
      def inner():
        nonlocal text
        yield text
        yield from text
      class Local: size = 1
      return {k: v for k, v in inner()}

  match command.split():
    case ["go", x] | [x, *_] if x > 1:
      go(x)
    case {"a": 1, **others}:
      pass
    case Point(x=0, y=-1) as p:
      ...
    case None | True | "a" "b":
      stop()
    case _:
      assert (a, "b")

  if __name__ == "__main__":
    handle(1)
  """#,
  """
  class ChargeTest(TestCase):

  \tdef setUp(self):
  \t\tself.gateway = Mock()

  \t@skip("slow")
  \tdef test_charge(self):
  \t\twith self.assertRaises(ValueError, msg="x") as caught:
  \t\t\tcharge(\\
  \t\t\t\tself.gateway)
  \t\tself.assertEqual(caught.exception.args[0].lower().strip(), 'no')
  \t\tself.gateway.pay.assert_called_once_with(1, key=2)
  \t\tassert isinstance(caught, list) and not caught

  async def main(): await asyncio.gather(*(one(x) for x in rows))
  """,
]
