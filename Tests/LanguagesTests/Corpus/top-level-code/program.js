const { start, configure } = require("orders");

const LIMIT = 3;
const server = start(configure(LIMIT), "orders");

function stop(code) {
  server.close(code);
}

if (server.ready) {
  server.listen(80);
} else {
  stop(1);
}
