async fn charge_with_retry(order: &Order) -> Result<Receipt, ChargeFailed> {
    let mut attempt = 0;
    while attempt < 3 {
        attempt += 1;
        match gateway.charge(order).await {
            Ok(receipt) => return Ok(receipt),
            Err(_) => pause(attempt).await,
        }
    }
    Err(ChargeFailed("gave up"))
}

async fn wait_for(job: &Job) -> bool {
    loop {
        let state = job.state().await;
        if state == "done" {
            break;
        }
        if state == "lost" {
            return false;
        }
        pause(1).await;
    }
    true
}
