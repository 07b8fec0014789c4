//! Asks the server about meetings and agendas.

use crate::{
    api::{item_paper::PaperVersion, lesson::LessonList},
    client::{Failure, SeenMeeting, Session, Write},
    domain::ids::IdempotencyKey,
    tui::app::agenda::{AgendaAnswer, AgendaCall},
};

/// So many lessons of a meeting are read at most; beyond them it is said that there are more.
const MOST_LESSONS: u32 = 200;

/// Asks, and gives what it is then.
pub async fn ask(session: &Session, key: IdempotencyKey, call: &AgendaCall) -> Result<AgendaAnswer, Failure> {
    use AgendaCall as C;
    let write = match call {
        C::ReadAgenda(id) => return Ok(AgendaAnswer::Agenda(session.agenda(&id.to_string()).await?)),
        C::ReadItem(id) => return Ok(AgendaAnswer::Item(session.agenda_item(*id).await?)),
        C::ReadMeeting(id) => return Ok(AgendaAnswer::Meeting(session.meeting(&id.to_string()).await?)),
        C::ReadEdition(id) => return Ok(AgendaAnswer::Edition(session.edition(*id).await?)),
        C::Paper(id, wanted, name) => {
            return Ok(AgendaAnswer::Paper(name.clone(), session.paper(&id.to_string(), wanted).await?));
        }
        C::ReadPaper(id, version) => {
            let wanted = PaperVersion { version: Some(*version) };
            return Ok(AgendaAnswer::PaperVersion(session.item_paper(*id, &wanted).await?));
        }
        C::ReadLessons(number) => {
            let list = LessonList { meeting: Some(number.to_string()), limit: Some(MOST_LESSONS), ..LessonList::default() };
            let page = session.lessons(&list).await?;
            return Ok(AgendaAnswer::Lessons(page.items, page.next.is_none()));
        }
        C::ReadSeries(id) => return Ok(AgendaAnswer::Series(session.series(&id.to_string()).await?)),
        C::BeginSeries(new) => return Ok(AgendaAnswer::Series(session.write(&Write::begin_series(key, new)).await?)),
        C::ChangeSeries(id, version, patch) => {
            let write = Write::patch_series(key, *id, *version, patch);
            return Ok(AgendaAnswer::Series(session.write(&write).await?));
        }
        C::EndSeries(id, version, body) => {
            let write = Write::end_series(key, *id, *version, body);
            return Ok(AgendaAnswer::Series(session.write(&write).await?));
        }
        C::NoteLesson(new) => return Ok(AgendaAnswer::Lesson(session.write(&Write::note_lesson(key, new)).await?)),
        C::ChangeLesson(id, version, patch) => {
            let write = Write::patch_lesson(key, *id, *version, patch);
            return Ok(AgendaAnswer::Lesson(session.write(&write).await?));
        }
        C::Cancel(id, version, body) => Write::cancel_meeting(key, SeenMeeting { id: *id, version: *version }, body),
        C::Reinstate(id, version, body) => Write::reinstate_meeting(key, SeenMeeting { id: *id, version: *version }, body),
        C::PutPaper(item, new) => Write::put_paper(key, *item, new),
        C::ChangePaper(id, version, patch) => Write::patch_paper(key, *id, *version, patch),
        C::Create(new) => Write::create_meeting(key, new),
        C::Fix(id, version, body) => Write::fix_agenda(key, SeenMeeting { id: *id, version: *version }, body),
        C::Hold(id, version) => Write::hold_meeting(key, SeenMeeting { id: *id, version: *version }),
        C::Unhold(id, version) => Write::unhold_meeting(key, SeenMeeting { id: *id, version: *version }),
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
        C::Create(_)
        | C::Amend(..)
        | C::Fix(..)
        | C::Hold(..)
        | C::Unhold(..)
        | C::Publish(..)
        | C::Cancel(..)
        | C::Reinstate(..) => AgendaAnswer::Meeting(session.write(&write).await?),
        _ => AgendaAnswer::Item(session.write(&write).await?),
    })
}
