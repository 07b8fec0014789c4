//! The event stream: says when to ask for changes, and who is at which signal. Carries no data of any case.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::State,
    http::HeaderMap,
    response::sse::{Event, Sse},
};
use chrono::SecondsFormat;
use futures_util::{Stream, StreamExt, stream};
use tokio::{
    sync::watch,
    time::{Instant, sleep_until},
};

use super::{App, Failure, Known, changes::view, gate::Presented};
use crate::{
    api::{
        change::{HEARTBEAT_SECONDS, event},
        path,
        problem::{Code, Problem},
    },
    server::{
        identity::Caller,
        service::{Heads, NOBODY, View},
    },
};

/// The least time between two `changed` events: a burst of writes is one event.
const APART: Duration = Duration::from_millis(50);

/// The least time between two `presence` events.
const PRESENCE_APART: Duration = Duration::from_secs(1);

/// How long a client should wait before it connects again after the server said goodbye.
const RETRY: Duration = Duration::from_secs(1);

/// When to ask for changes again: `changed`, `heartbeat` every 5 s, `reset` (server-sent events). For who sees signals also `presence`:
/// who looks at and who edits which signal, the whole list whenever it changed.
#[utoipa::path(get, path = path::EVENTS, tag = "changes",
    params(("Last-Event-ID" = Option<String>, Header, description = "The id of the last event that was seen")), responses(
    (status = 200, description = "Events", body = String, content_type = "text/event-stream"),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn events(
    State(app): State<App>,
    Known(caller): Known,
    presented: Presented,
    headers: HeaderMap,
) -> Result<([(&'static str, &'static str); 1], Sse<impl Stream<Item = Result<Event, Infallible>>>), Failure> {
    app.service.listed(&caller, "events.read", "changes").await?;
    let away = app.service.away();
    if *away.borrow() {
        return Err(Code::Unavailable.into());
    }
    app.service.look_for_changes().await?;
    let last = headers.get("last-event-id").map(|value| value.to_str().ok().and_then(|text| text.parse::<i64>().ok()));
    let heads = app.service.heads();
    let view = view(&caller);
    let now = seen(*heads.borrow(), view);
    let start = match last {
        Some(id) if id.is_none_or(|id| id < 0 || id > now) => Start::Reset,
        Some(Some(id)) if id == now => Start::Nothing,
        _ => Start::Changed,
    };
    let listener = Listener {
        heads,
        away,
        closing: app.closing.clone(),
        view,
        caller,
        presented,
        told: now,
        start,
        beat: Instant::now(),
        next: Instant::now(),
        present: app.service.present(),
        told_present: NOBODY.into(),
        next_present: Instant::now(),
    };
    let told = stream::unfold((app, Some(listener)), |(app, listener)| async move {
        let mut listener = listener?;
        let (event, goes_on) = listener.next(&app).await;
        Some((Ok(event), (app, goes_on.then_some(listener))))
    });
    // A proxy that collects before it passes on would hold the beats back (nginx reads this).
    Ok(([("x-accel-buffering", "no")], Sse::new(told.fuse())))
}

/// What is said first.
enum Start {
    Reset,
    Changed,
    Nothing,
}

/// What a listener woke up for.
enum Heard {
    Closing,
    Beat,
    Changed,
    Present,
    Wake,
}

struct Listener {
    heads: watch::Receiver<Heads>,
    away: watch::Receiver<bool>,
    closing: watch::Receiver<bool>,
    view: View,
    /// Who listens, and with which token: asked again at every beat.
    caller: Arc<Caller>,
    presented: Presented,
    told: i64,
    start: Start,
    beat: Instant,
    next: Instant,
    /// Who is at which signal, and what of that was told.
    present: watch::Receiver<Arc<str>>,
    told_present: Arc<str>,
    next_present: Instant,
}

impl Listener {
    /// The next event, and whether more follow.
    async fn next(&mut self, app: &App) -> (Event, bool) {
        match std::mem::replace(&mut self.start, Start::Nothing) {
            Start::Reset => return (Event::default().event(event::RESET).id(self.told.to_string()).data("{}"), true),
            Start::Changed => return (self.changed(), true),
            Start::Nothing => {}
        }
        loop {
            let behind = self.behind();
            // Whoever does not see signals does not hear who is at one.
            let sees = self.view.signals;
            let other = sees && *self.present.borrow() != self.told_present;
            let heard = tokio::select! {
                biased;
                _ = self.closing.wait_for(|closing| *closing) => Heard::Closing,
                // Without the store nobody knows whether anything changed: a beat would say that nothing did.
                _ = self.away.wait_for(|away| *away) => Heard::Closing,
                () = sleep_until(self.beat) => Heard::Beat,
                () = sleep_until(self.next), if behind => Heard::Changed,
                () = sleep_until(self.next_present), if other => Heard::Present,
                moved = self.present.changed(), if sees && !other => if moved.is_ok() { Heard::Wake } else { Heard::Closing },
                changed = self.heads.changed(), if !behind => if changed.is_ok() { Heard::Wake } else { Heard::Closing },
            };
            match heard {
                Heard::Closing => return (Event::default().retry(RETRY).comment("closing"), false),
                Heard::Beat if !self.presented.still_counts(app, &self.caller).await => {
                    return (Event::default().retry(RETRY).comment("over"), false);
                }
                Heard::Beat => {
                    self.beat = Instant::now() + Duration::from_secs(HEARTBEAT_SECONDS);
                    let now = app.service.now().to_rfc3339_opts(SecondsFormat::Micros, true);
                    return (Event::default().event(event::HEARTBEAT).data(format!("{{\"now\":\"{now}\"}}")), true);
                }
                Heard::Changed => {
                    self.told = seen(*self.heads.borrow_and_update(), self.view);
                    self.next = Instant::now() + APART;
                    return (self.changed(), true);
                }
                Heard::Present => {
                    self.told_present = self.present.borrow_and_update().clone();
                    self.next_present = Instant::now() + PRESENCE_APART;
                    // JSON: no name can end a line of the stream.
                    return (Event::default().event(event::PRESENCE).data(&*self.told_present), true);
                }
                Heard::Wake => {}
            }
        }
    }

    fn behind(&self) -> bool {
        seen(*self.heads.borrow(), self.view) > self.told
    }

    fn changed(&self) -> Event {
        Event::default().event(event::CHANGED).id(self.told.to_string()).data("{}")
    }
}

/// The last sequence of what may be seen.
fn seen(heads: Heads, view: View) -> i64 {
    let desk = if view.signals { heads.desk } else { 0 };
    let register = if view.register { heads.register } else { 0 };
    desk.max(register)
}
