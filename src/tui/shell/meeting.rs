//! Asks the server about meetings and agendas.

use crate::{
    client::{Failure, SeenMeeting, Session, Write},
    domain::ids::IdempotencyKey,
    tui::app::agenda::{AgendaAnswer, AgendaCall},
};

/// Asks, and gives what it is then.
pub async fn ask(session: &Session, key: IdempotencyKey, call: &AgendaCall) -> Result<AgendaAnswer, Failure> {
    use AgendaCall as C;
    let write = match call {
        C::ReadAgenda(id) => return Ok(AgendaAnswer::Agenda(session.agenda(&id.to_string()).await?)),
        C::ReadItem(id) => return Ok(AgendaAnswer::Item(session.agenda_item(*id).await?)),
        C::ReadMeeting(id) => return Ok(AgendaAnswer::Meeting(session.meeting(&id.to_string()).await?)),
        C::Paper(id, wanted, name) => {
            return Ok(AgendaAnswer::Paper(name.clone(), session.paper(&id.to_string(), wanted).await?));
        }
        C::Create(new) => Write::create_meeting(key, new),
        C::Fix(id, version, body) => Write::fix_agenda(key, SeenMeeting { id: *id, version: *version }, body),
        C::Hold(id, version) => Write::hold_meeting(key, SeenMeeting { id: *id, version: *version }),
        C::Publish(id, version, body) => Write::publish_meeting(key, SeenMeeting { id: *id, version: *version }, body),
        C::Propose(new) => Write::propose_candidate(key, new),
        C::Add(meeting, new) => Write::add_agenda_item(key, *meeting, new),
        C::Move(id, place) => Write::move_agenda_item(key, *id, place),
        C::TakeOff(id) => Write::take_off_agenda_item(key, *id, &crate::api::meeting::TakeOff::default()),
        C::Drop(id) => Write::drop_candidate(key, *id, &crate::api::meeting::TakeOff::default()),
        C::Edit(id, version, patch) => Write::patch_agenda_item(key, *id, *version, patch),
        C::Invite(item, new) => Write::invite(key, *item, new),
        C::Invitation(id, version, patch) => Write::patch_invitation(key, *id, *version, patch),
        C::Amend(id, version, patch) => Write::patch_meeting(key, SeenMeeting { id: *id, version: *version }, patch),
        C::CorrectDecision(id, version, patch) => Write::patch_decision(key, *id, *version, patch),
        C::Decide(item, new) => Write::record_decision(key, *item, new),
    };
    Ok(match call {
        C::Create(_) | C::Amend(..) | C::Fix(..) | C::Hold(..) | C::Publish(..) => {
            AgendaAnswer::Meeting(session.write(&write).await?)
        }
        _ => AgendaAnswer::Item(session.write(&write).await?),
    })
}
