require "orders"

LIMIT = 3
SERVER = start(configure(LIMIT), "orders")

def stop(code)
  SERVER.close(code)
  nil
end

if SERVER.ready
  SERVER.listen(80)
else
  stop(1)
end
