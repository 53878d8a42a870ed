import { start, configure } from "orders";

const LIMIT = 3;
const server: Server = start(configure(LIMIT), "orders");

function stop(code: number): void {
  server.close(code);
}

if (server.ready) {
  server.listen(80);
} else {
  stop(1);
}
