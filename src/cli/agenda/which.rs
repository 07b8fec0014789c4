//! Which item is meant: its id, meeting and place (`48/3`), or the number of a case among the candidates.

use clap::Args;

use crate::{
    api::{meeting::AgendaItemDetail, problem::exit},
    cli::call::{Call, Stop},
    client::Session,
    domain::{
        ids::{AgendaItemId, SignalNumber},
        meeting::MeetingNumber,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Which {
    #[arg(value_name = "ID|48/3|NUMBER")]
    item: String,
}

impl Which {
    /// Its id.
    pub(super) async fn id(&self, call: &Call, session: &Session) -> Result<AgendaItemId, Stop> {
        id_of(&self.item, call, session).await
    }

    /// It, whole.
    pub(super) async fn read(&self, call: &Call, session: &Session) -> Result<AgendaItemDetail, Stop> {
        Ok(session.agenda_item(self.id(call, session).await?).await?)
    }
}

/// The id of the item that is typed so.
pub(in crate::cli) async fn id_of(typed: &str, call: &Call, session: &Session) -> Result<AgendaItemId, Stop> {
    let typed = typed.trim();
    let said = |key, exit| Stop::Said(key, vec![("given", typed.into())], exit);
    if let Ok(id) = typed.parse() {
        return Ok(id);
    }
    if let Some((meeting, place)) = typed.rsplit_once('/') {
        let meeting = MeetingNumber::parse(meeting).ok_or_else(|| said("cli-agenda-not-one", exit::USAGE))?;
        let place: u32 = place.parse().map_err(|_| said("cli-agenda-not-one", exit::USAGE))?;
        let agenda = session.agenda(&meeting.to_string()).await?;
        let found = agenda.items.iter().find(|entry| entry.times.number == place);
        return found.map(|entry| entry.item.id).ok_or_else(|| said("cli-agenda-unknown", exit::NOTHING));
    }
    let year = u16::try_from(chrono::Datelike::year(&call.today())).unwrap_or(0);
    let number = SignalNumber::parse(typed, year).ok_or_else(|| said("cli-agenda-not-one", exit::USAGE))?;
    let candidates = session.candidates().await?.items;
    let found = candidates.iter().find(|one| one.item.signal_number == Some(number));
    found.map(|one| one.item.id).ok_or_else(|| said("cli-agenda-no-candidate", exit::NOTHING))
}
