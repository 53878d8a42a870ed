async function chargeWithRetry(order) {
  let attempt = 0;
  while (attempt < 3) {
    attempt += 1;
    try {
      return await gateway.charge(order);
    } catch {
      await pause(attempt);
    }
  }
  throw new ChargeFailed("gave up");
}

async function waitFor(job) {
  while (true) {
    const state = await job.state();
    if (state === "done") {
      break;
    }
    if (state === "lost") {
      return false;
    }
    await pause(1);
  }
  return true;
}
