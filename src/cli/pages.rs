//! Lists that come in pages: read page after page, up to a limit.

use crate::{
    api::page::{PAGE_MOST, Page},
    client::Failure,
};

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
