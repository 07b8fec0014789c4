//! The processing log: printed (`loket audit processing`), or sent to a collector while `loket serve` runs.

use std::time::Duration;

use clap::Args;

use crate::{
    api::problem::exit,
    client::Session,
    domain::processing::otlp,
    server::{Store, audit::processing},
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
};

/// How often what was not sent is looked for, and how long to wait after a failure.
const EVERY: Duration = Duration::from_secs(10);

#[derive(Args)]
pub(super) struct Processing {
    #[command(flatten)]
    database: Database,
}

/// Every line there is, each as JSON in the fields of the standard.
pub(super) fn print(call: &mut Call, arguments: &Processing) -> Done {
    let options = arguments.database.options(call)?;
    let count = wait(async {
        let store = Database::open(&options).await?;
        let mut count = 0_usize;
        for organisation in processing::organisations(&store).await? {
            let mut seq = 0;
            while let Some(batch) = processing::after(&store, &organisation, seq).await? {
                seq = batch.until;
                count += batch.lines.len();
                for line in &batch.lines {
                    call.print_json_line(line)?;
                }
            }
        }
        Ok::<_, Stop>(count)
    })??;
    Ok(if count == 0 { exit::NOTHING } else { exit::DONE })
}

/// Sends what was not sent yet, until the task is aborted. No request waits for it; what a collector did not take is sent again.
pub(super) async fn send(store: Store, collector: Session) {
    loop {
        match sent(&store, &collector).await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(EVERY).await,
            Err(error) => {
                tracing::warn!(error, "the processing log waits: it could not be sent");
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}

/// Sends the next lines of every chain; says whether there were any.
async fn sent(store: &Store, collector: &Session) -> Result<bool, String> {
    let batches = processing::unsent(store).await.map_err(|error| error.to_string())?;
    for batch in &batches {
        if !batch.lines.is_empty() {
            collector.collect(&otlp(&batch.lines)).await.map_err(|failure| format!("{failure:?}"))?;
        }
        processing::was_sent(store, batch).await.map_err(|error| error.to_string())?;
    }
    Ok(!batches.is_empty())
}
