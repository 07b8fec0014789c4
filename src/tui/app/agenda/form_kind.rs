//! Which forms pane 2 has, and under which name the draft of each is kept.

use crate::domain::ids::{AgendaItemId, LessonId, MeetingId, OrganisationCode, PartId, SeriesId, SignalId};

/// The length of an id in the name of a draft.
const UUID: usize = 36;

/// A body by its code, so that what was typed about it never comes back at another: the first characters, of which no code has more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyKey([u8; 12]);

impl BodyKey {
    /// The key of this code.
    pub fn of(code: &str) -> Self {
        let mut key = [0; 12];
        key.iter_mut().zip(code.bytes()).for_each(|(to, from)| *to = from);
        Self(key)
    }

    /// Is it this body?
    pub fn is(self, code: &OrganisationCode) -> bool {
        self == Self::of(code.as_str())
    }

    fn text(self) -> String {
        String::from_utf8_lossy(&self.0).trim_end_matches('\0').to_owned()
    }
}

/// A part of an item that is written in one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemPart {
    /// Title, minutes, slot, who brings it in, the stalemate and the decision asked for.
    Head,
    /// The facts on one page.
    Facts,
    /// What was tried.
    Tried,
    /// How the household sees it.
    Perspective,
    /// Options with their consequences.
    Options,
    /// Which bodies are in the case.
    Bodies,
    /// The position and the legal room of one of them.
    Body(BodyKey),
    /// A ground for sharing, in their order; behind the last a new one.
    Ground(u8),
}

/// What a form of pane 2 is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaForm {
    /// Propose a case.
    Propose(SignalId),
    /// Propose every marked case.
    ProposeMany,
    /// A part of an item.
    Item(AgendaItemId, ItemPart),
    /// The minutes of an item.
    Minutes(AgendaItemId),
    /// A free item on the agenda of a meeting.
    Free(MeetingId),
    /// Somebody to invite who is not in the register.
    Invite(AgendaItemId),
    /// A decision about an item.
    Decide(AgendaItemId),
    /// A commitment that was made about it.
    Commit(AgendaItemId),
    /// Fix the agenda.
    Fix(MeetingId),
    /// Propose to send the agenda or the decisions.
    Publish(MeetingId),
    /// A new meeting.
    NewMeeting,
    /// What is said about a meeting.
    Meeting(MeetingId),
    /// A correction of a decision about an item.
    Decision(AgendaItemId, PartId),
    /// A correction of an invitation for an item.
    Invitation(AgendaItemId, PartId),
    /// The meeting does not go on.
    Cancel(MeetingId),
    /// It goes on after all.
    Reinstate(MeetingId),
    /// A paper to put with an item.
    NewPaper(AgendaItemId),
    /// A paper that says something else.
    Paper(AgendaItemId, PartId),
    /// A lesson at an item.
    Lesson(AgendaItemId),
    /// A lesson that says something else.
    ChangeLesson(AgendaItemId, LessonId),
    /// A new series of meetings.
    NewSeries,
    /// What is said about a series.
    Series(SeriesId),
    /// The end of a series.
    EndSeries(SeriesId),
}

impl ItemPart {
    fn name(self) -> String {
        match self {
            Self::Head => "head".into(),
            Self::Facts => "facts".into(),
            Self::Tried => "tried".into(),
            Self::Perspective => "perspective".into(),
            Self::Options => "options".into(),
            Self::Bodies => "bodies".into(),
            Self::Body(body) => format!("body_{}", body.text()),
            Self::Ground(at) => format!("ground{at}"),
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "head" => Self::Head,
            "facts" => Self::Facts,
            "tried" => Self::Tried,
            "perspective" => Self::Perspective,
            "options" => Self::Options,
            "bodies" => Self::Bodies,
            _ => match (name.strip_prefix("body_"), name.strip_prefix("ground")) {
                (Some(code), _) => Self::Body(BodyKey::of(code)),
                (_, Some(at)) => Self::Ground(at.parse().ok()?),
                _ => return None,
            },
        })
    }
}

impl AgendaForm {
    /// What a draft under this name is for, behind `let-`.
    pub fn of_slot(rest: &str) -> Option<Self> {
        let (name, id) = rest.split_once('-').unwrap_or((rest, ""));
        let item = || id.parse().ok().map(AgendaItemId);
        let meeting = || id.parse().ok().map(MeetingId);
        let series = || id.parse().ok().map(SeriesId);
        let part = || Some((AgendaItemId(id.get(..UUID)?.parse().ok()?), PartId(id.get(UUID + 1..)?.parse().ok()?)));
        Some(match name {
            "propose" if id == "marked" => Self::ProposeMany,
            "propose" => Self::Propose(SignalId(id.parse().ok()?)),
            "item" => {
                let (part, id) = id.split_at_checked(id.len().checked_sub(UUID)?)?;
                let part = part.strip_suffix('-')?;
                Self::Item(AgendaItemId(id.parse().ok()?), ItemPart::of_name(part)?)
            }
            "minutes" => Self::Minutes(item()?),
            "free" => Self::Free(meeting()?),
            "invite" => Self::Invite(item()?),
            "decide" => Self::Decide(item()?),
            "commit" => Self::Commit(item()?),
            "fix" => Self::Fix(meeting()?),
            "publish" => Self::Publish(meeting()?),
            "meeting" => Self::NewMeeting,
            "about" => Self::Meeting(meeting()?),
            "series" => Self::NewSeries,
            "change_series" => Self::Series(series()?),
            "end_series" => Self::EndSeries(series()?),
            "decision" => part().map(|(item, part)| Self::Decision(item, part))?,
            "cancel" => Self::Cancel(meeting()?),
            "reinstate" => Self::Reinstate(meeting()?),
            "new_paper" => Self::NewPaper(item()?),
            "paper" => part().map(|(item, part)| Self::Paper(item, part))?,
            "lesson" => Self::Lesson(item()?),
            "change_lesson" => part().map(|(item, part)| Self::ChangeLesson(item, LessonId(part.0)))?,
            "invitation" => part().map(|(item, part)| Self::Invitation(item, part))?,
            _ => return None,
        })
    }

    /// The name under which the draft is kept.
    pub fn slot(self) -> String {
        match self {
            Self::Propose(id) => format!("let-propose-{id}"),
            Self::ProposeMany => "let-propose-marked".into(),
            Self::Item(id, part) => format!("let-item-{}-{id}", part.name()),
            Self::Minutes(id) => format!("let-minutes-{id}"),
            Self::Free(id) => format!("let-free-{id}"),
            Self::Invite(id) => format!("let-invite-{id}"),
            Self::Decide(id) => format!("let-decide-{id}"),
            Self::Commit(id) => format!("let-commit-{id}"),
            Self::Fix(id) => format!("let-fix-{id}"),
            Self::Publish(id) => format!("let-publish-{id}"),
            Self::NewMeeting => "let-meeting".into(),
            Self::Meeting(id) => format!("let-about-{id}"),
            Self::Decision(item, part) => format!("let-decision-{item}-{part}"),
            Self::Invitation(item, part) => format!("let-invitation-{item}-{part}"),
            Self::Cancel(id) => format!("let-cancel-{id}"),
            Self::Reinstate(id) => format!("let-reinstate-{id}"),
            Self::NewPaper(id) => format!("let-new_paper-{id}"),
            Self::Paper(item, part) => format!("let-paper-{item}-{part}"),
            Self::Lesson(id) => format!("let-lesson-{id}"),
            Self::ChangeLesson(item, lesson) => format!("let-change_lesson-{item}-{lesson}"),
            Self::NewSeries => "let-series".into(),
            Self::Series(id) => format!("let-change_series-{id}"),
            Self::EndSeries(id) => format!("let-end_series-{id}"),
        }
    }

    /// The key of its head.
    pub fn title(self) -> &'static str {
        match self {
            Self::Propose(_) | Self::ProposeMany => "form-title-let-propose",
            Self::Item(_, ItemPart::Head) => "form-title-let-head",
            Self::Item(_, ItemPart::Facts) => "form-title-let-facts",
            Self::Item(_, ItemPart::Tried) => "form-title-let-tried",
            Self::Item(_, ItemPart::Perspective) => "form-title-let-perspective",
            Self::Item(_, ItemPart::Options) => "form-title-let-options",
            Self::Item(_, ItemPart::Bodies) => "form-title-let-bodies",
            Self::Item(_, ItemPart::Body(_)) => "form-title-let-body",
            Self::Item(_, ItemPart::Ground(_)) => "form-title-let-ground",
            Self::Minutes(_) => "form-title-let-minutes",
            Self::Free(_) => "form-title-let-free",
            Self::Invite(_) => "form-title-let-invite",
            Self::Decide(_) => "form-title-let-decide",
            Self::Commit(_) => "form-title-let-commit",
            Self::Fix(_) => "form-title-let-fix",
            Self::Publish(_) => "form-title-let-publish",
            Self::NewMeeting => "form-title-let-meeting",
            Self::Meeting(_) => "form-title-let-about",
            Self::Decision(..) => "form-title-let-decision",
            Self::Invitation(..) => "form-title-let-invitation",
            Self::Cancel(_) => "form-title-let-cancel",
            Self::Reinstate(_) => "form-title-let-reinstate",
            Self::NewPaper(_) => "form-title-let-new-paper",
            Self::Paper(..) => "form-title-let-paper",
            Self::Lesson(_) => "form-title-let-lesson",
            Self::ChangeLesson(..) => "form-title-let-change-lesson",
            Self::NewSeries => "form-title-series-new",
            Self::Series(_) => "form-title-series",
            Self::EndSeries(_) => "form-title-series-end",
        }
    }

    /// The key of the word on its button.
    pub fn button(self) -> &'static str {
        match self {
            Self::Propose(_) | Self::ProposeMany => "agenda-propose",
            Self::Fix(_) => "agenda-fix",
            Self::Publish(_) => "agenda-send",
            Self::Cancel(_) => "agenda-cancel",
            Self::Reinstate(_) => "agenda-reinstate",
            Self::NewSeries => "series-begin",
            Self::EndSeries(_) => "series-end",
            _ => "form-save",
        }
    }

    /// The item it is about.
    pub fn item(self) -> Option<AgendaItemId> {
        match self {
            Self::Item(id, _) | Self::Minutes(id) | Self::Invite(id) | Self::Decide(id) | Self::Commit(id) => Some(id),
            Self::Decision(id, _) | Self::Invitation(id, _) | Self::Paper(id, _) => Some(id),
            Self::NewPaper(id) | Self::Lesson(id) | Self::ChangeLesson(id, _) => Some(id),
            _ => None,
        }
    }

    /// The meeting it is about.
    pub fn meeting(self) -> Option<MeetingId> {
        match self {
            Self::Free(id) | Self::Fix(id) | Self::Publish(id) | Self::Meeting(id) => Some(id),
            Self::Cancel(id) | Self::Reinstate(id) => Some(id),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{
        super::super::purpose::Purpose, AgendaForm as F, AgendaItemId, BodyKey, ItemPart, LessonId, MeetingId, PartId, SeriesId,
        SignalId,
    };

    #[test]
    fn a_draft_finds_its_form_again() {
        let one = Uuid::from_u128(0xa1);
        let (item, meeting, part) = (AgendaItemId(one), MeetingId(Uuid::from_u128(0xb2)), PartId(Uuid::from_u128(0xc3)));
        let forms = [
            F::Propose(SignalId(one)),
            F::ProposeMany,
            F::Item(item, ItemPart::Head),
            F::Item(item, ItemPart::Body(BodyKey::of("GM0344"))),
            F::Item(item, ItemPart::Body(BodyKey::of("X-1"))),
            F::Item(item, ItemPart::Ground(1)),
            F::Minutes(item),
            F::Free(meeting),
            F::Invite(item),
            F::Decide(item),
            F::Commit(item),
            F::Fix(meeting),
            F::Publish(meeting),
            F::NewMeeting,
            F::Meeting(meeting),
            F::Decision(item, part),
            F::Invitation(item, part),
            F::Cancel(meeting),
            F::Reinstate(meeting),
            F::NewPaper(item),
            F::Paper(item, part),
            F::Lesson(item),
            F::ChangeLesson(item, LessonId(Uuid::from_u128(0xd4))),
            F::NewSeries,
            F::Series(SeriesId(one)),
            F::EndSeries(SeriesId(one)),
        ];
        for form in forms {
            assert_eq!(Purpose::of_slot(&form.slot()), Some(Purpose::Agenda(form)), "{}", form.slot());
        }
    }
}
