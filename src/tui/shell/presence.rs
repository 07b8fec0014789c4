//! Tells the server where this window is: at most once a second, and of what changed meanwhile only the last.

use std::{sync::mpsc::Sender, time::Duration};

use tokio::sync::watch;

use crate::{
    api::presence::NewPresence,
    client::Session,
    domain::{ids::WindowId, presence::Doing},
    tui::app::presence::Here,
};

/// The least time between two signs.
const APART: Duration = Duration::from_secs(1);

/// How long the last sign of a window that closes may take.
pub const LEAVES_WITHIN: Duration = Duration::from_millis(200);

/// A name for this window, that no other has.
pub fn window() -> WindowId {
    WindowId(uuid::Uuid::now_v7())
}

/// Tells where this window is whenever it is told, until nobody tells any more.
pub async fn tell(session: Session, window: WindowId, mut told: watch::Receiver<Option<Here>>) {
    while told.changed().await.is_ok() {
        let here = *told.borrow_and_update();
        if let Err(failure) = session.is_at(&sign(window, here)).await {
            tracing::debug!(%failure, "where this window is was not told");
        }
        tokio::time::sleep(APART).await;
    }
}

/// Says goodbye. Who is not heard is gone two minutes later.
pub async fn leave(session: Session, window: WindowId, done: Sender<()>) {
    let _ = tokio::time::timeout(LEAVES_WITHIN, session.is_at(&sign(window, None))).await;
    let _ = done.send(());
}

fn sign(window: WindowId, here: Option<Here>) -> NewPresence {
    NewPresence { window, object: here.map(|here| here.signal), doing: here.map_or(Doing::Looking, |here| here.doing) }
}
