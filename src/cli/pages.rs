//! Lists that come in pages: read page after page, up to a limit.

use clap::Args;

use crate::{
    api::page::{PAGE_MOST, Page},
    client::Failure,
};

/// How many rows are asked for.
#[derive(Args)]
pub(super) struct Limit {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
}

impl Limit {
    /// So many rows: what goes on to a file or a program is `whole` unless it is asked to be less, for nobody sees there that
    /// something is missing; on a screen so many as are `shown`.
    pub(super) fn of(&self, whole: bool, shown: u32) -> u32 {
        self.limit.unwrap_or(if whole { u32::MAX } else { shown })
    }
}

/// So many rows a screen shows of most lists.
pub(super) const SHOWN: u32 = 200;

/// The rows, at most `limit` of them, and whether there is more. `read` gets how many rows to ask for and where to go on.
///
/// # Errors
/// The first that a page had.
pub(super) async fn rows<T>(
    limit: u32,
    read: impl AsyncFn(Option<u32>, Option<String>) -> Result<Page<T>, Failure>,
) -> Result<(Vec<T>, bool), Failure> {
    let limit = limit as usize;
    let mut rows = vec![];
    let mut after = None;
    loop {
        let most = u32::try_from(limit - rows.len()).ok().map(|left| left.min(PAGE_MOST));
        let page = read(most, after).await?;
        let empty = page.items.is_empty();
        rows.extend(page.items);
        after = page.next;
        if after.is_none() || empty || rows.len() >= limit {
            return Ok((rows, after.is_some()));
        }
    }
}
