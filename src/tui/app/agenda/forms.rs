//! The forms of pane 2: what each is for, under which name its draft is kept, how it begins and what it sends.

use super::{
    super::{
        State, Tone,
        date_input::Side,
        form::{Form, Kind, Purpose, Slot},
        message::{Answer, Call, Effect},
    },
    AgendaAnswer, AgendaCall, AgendaDone,
    undoing::Change,
};
use crate::{
    api::meeting::{AgendaItemPatch, NewAgendaItem, NewMeeting},
    domain::{
        ids::{AgendaItemId, MeetingId, SignalId},
        meeting::{MeetingFacts, PAPERS_DAYS, Slot as TimeSlot, order::Spot},
        text::RawText,
    },
};

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
    /// The position and the legal room of one of them, in their order.
    Body(u8),
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
            Self::Body(at) => format!("body{at}"),
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
            _ => match (name.strip_prefix("body"), name.strip_prefix("ground")) {
                (Some(at), _) => Self::Body(at.parse().ok()?),
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
        Some(match name {
            "propose" if id == "marked" => Self::ProposeMany,
            "propose" => Self::Propose(SignalId(id.parse().ok()?)),
            "item" => {
                let (part, id) = id.split_once('-')?;
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
        }
    }

    /// The item it is about.
    pub fn item(self) -> Option<AgendaItemId> {
        match self {
            Self::Item(id, _) | Self::Minutes(id) | Self::Invite(id) | Self::Decide(id) | Self::Commit(id) => Some(id),
            _ => None,
        }
    }
}

impl State {
    /// Opens a form of pane 2.
    pub(in super::super) fn open_agenda_form(&mut self, kind: AgendaForm) -> Vec<Effect> {
        let purpose = Purpose::Agenda(kind);
        let agendas = self.replica.agendas();
        let title = kind.item().and_then(|id| agendas.item(id)).map(|item| self.item_title(item)).unwrap_or_default();
        let meeting =
            |id: MeetingId| agendas.meeting(id).map(|meeting| format!("{}  {}", meeting.number, self.day_of_meeting(meeting)));
        let required = |name, kind, row| Slot::new(name, kind, row).required();
        let (subject, slots) = match kind {
            AgendaForm::Propose(id) => return self.open_proposal_of(Some(id)),
            AgendaForm::ProposeMany => return self.open_proposal_of(None),
            AgendaForm::Item(id, part) => return self.open_part(id, part),
            AgendaForm::Decide(_) => (title, self.decision_slots(kind)),
            AgendaForm::Commit(_) => (title, self.commitment_slots(kind)),
            AgendaForm::Minutes(id) => {
                let minutes = agendas.item(id).map(|item| item.minutes.to_string()).unwrap_or_default();
                (title, vec![required("let-minutes", Kind::Exempt, 0).with(&minutes)])
            }
            AgendaForm::Free(id) => {
                let slots = vec![required("let-title", Kind::Line, 0), required("let-minutes", Kind::Exempt, 1).with("10")];
                (meeting(id).unwrap_or_default(), slots)
            }
            AgendaForm::Invite(_) => (title, self.invite_slots(kind)),
            AgendaForm::Fix(id) => (meeting(id).unwrap_or_default(), vec![Slot::new("let-reason", Kind::Line, 0)]),
            AgendaForm::Publish(id) => (meeting(id).unwrap_or_default(), vec![required("let-number", Kind::Exempt, 0)]),
            AgendaForm::NewMeeting => {
                let slots = vec![
                    required("let-day", Kind::Date(Side::Future), 0),
                    required("let-from", Kind::Exempt, 1).with("13:30"),
                    required("let-until", Kind::Exempt, 1).with("15:00"),
                    Slot::new("let-place", Kind::Line, 2),
                    Slot::new("let-video", Kind::Exempt, 3),
                    Slot::new("let-chair", Kind::Line, 4),
                    Slot::new("let-secretary", Kind::Line, 5),
                ];
                (String::new(), slots)
            }
        };
        self.open_form(Form::new(purpose, subject, slots))
    }

    pub(super) fn open_minutes(&mut self) -> Vec<Effect> {
        match self.agenda_item().map(|item| item.id) {
            Some(id) => self.open_agenda_form(AgendaForm::Minutes(id)),
            None => vec![],
        }
    }

    /// What a form of pane 2 asks the server; nothing when what it is about was not read, or is gone.
    pub(in super::super) fn call_of_agenda(&self, kind: AgendaForm, form: &Form) -> Option<Call> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let agendas = self.replica.agendas();
        let minutes = || form.text("let-minutes").trim().parse::<u16>().ok();
        let call = match kind {
            AgendaForm::Propose(signal) => self.proposal_of(signal, form)?,
            AgendaForm::ProposeMany => return None,
            AgendaForm::Item(id, part) => AgendaCall::Edit(id, form.seen?, self.patch_of(id, part, form)?),
            AgendaForm::Minutes(id) => {
                let patch = AgendaItemPatch { minutes: Some(minutes()?), ..AgendaItemPatch::default() };
                AgendaCall::Edit(id, agendas.item(id)?.version, patch)
            }
            AgendaForm::Free(id) => {
                let facts =
                    AgendaItemPatch { title: Some(raw("let-title")), minutes: Some(minutes()?), ..AgendaItemPatch::default() };
                let after = if let Spot::After(item) = self.insert_spot(id) { Some(item) } else { None };
                AgendaCall::Add(id, NewAgendaItem { facts, after, ..NewAgendaItem::default() })
            }
            AgendaForm::Invite(id) => AgendaCall::Invite(id, self.invitation_of(form)?),
            AgendaForm::Decide(id) => AgendaCall::Decide(id, self.decision_of(form)?),
            AgendaForm::Commit(id) => return self.commitment_of(id, form),
            AgendaForm::Fix(id) => self.fixing_of(id, form)?,
            AgendaForm::Publish(id) => self.publishing_of(id, form)?,
            AgendaForm::NewMeeting => AgendaCall::Create(self.new_meeting(form)?),
        };
        Some(Call::Agenda(Box::new(call)))
    }

    fn new_meeting(&self, form: &Form) -> Option<NewMeeting> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let slot = self.slot_of(form)?;
        Some(NewMeeting {
            number: None,
            facts: MeetingFacts {
                slots: vec![slot],
                place: raw("let-place"),
                video: raw("let-video"),
                chair: raw("let-chair"),
                secretary: raw("let-secretary"),
                confidentiality: RawText::default(),
                papers_days: PAPERS_DAYS,
            },
        })
    }

    fn slot_of(&self, form: &Form) -> Option<TimeSlot> {
        let day = form.slots.iter().find(|slot| slot.name == "let-day")?.date(self.today)?;
        let time = |name: &str| chrono::NaiveTime::parse_from_str(&form.text(name).trim().replace('.', ":"), "%H:%M").ok();
        TimeSlot::on(day, time("let-from")?, time("let-until")?).ok()
    }

    /// What is wrong with a form of pane 2 that its fields alone do not tell: the field, and the key of a text.
    pub(in super::super) fn agenda_fault(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        let Purpose::Agenda(kind) = form.purpose else { return None };
        let minutes = form.text("let-minutes").trim();
        let no_minutes = || !minutes.parse::<u16>().is_ok_and(|minutes| (1..=480).contains(&minutes));
        match kind {
            AgendaForm::Minutes(_) | AgendaForm::Free(_) | AgendaForm::Item(_, ItemPart::Head) if no_minutes() => {
                Some(("let-minutes", "form-let-minutes-wrong"))
            }
            AgendaForm::NewMeeting if self.slot_of(form).is_none() => Some(("let-from", "form-let-time-wrong")),
            AgendaForm::Propose(_) | AgendaForm::ProposeMany => self.meeting_fault(form),
            _ => None,
        }
    }

    /// A form of pane 2 was saved.
    pub(in super::super) fn agenda_saved(&mut self, kind: AgendaForm, answer: Answer) -> Vec<Effect> {
        let mut title =
            kind.item().and_then(|id| self.replica.agendas().item(id)).map(|item| self.item_title(item)).unwrap_or_default();
        let mut number = String::new();
        if let Answer::Agenda(answer) = answer {
            match *answer {
                AgendaAnswer::Item(found) => {
                    if let AgendaForm::Minutes(id) = kind
                        && let Some(before) = self.replica.agendas().item(id).map(|row| row.minutes)
                    {
                        let change = Change::Minutes { item: id, back: before, done: found.item.facts.minutes };
                        self.did_on_agenda(AgendaDone::new("past-agenda-minutes", vec![change]));
                    }
                    if title.is_empty() {
                        let short = found.item.signal_number.map(|number| number.short()).unwrap_or_default();
                        title = format!("{short}  {}", found.item.facts.title.line()).trim().to_owned();
                    }
                    number = found.meeting_number.map(|number| number.to_string()).unwrap_or_default();
                    self.keep_item(found);
                }
                AgendaAnswer::Meeting(found) => {
                    number = found.item.number.to_string();
                    if kind == AgendaForm::NewMeeting {
                        self.agenda.moved = true;
                        self.agenda.meeting = Some(found.item.id);
                    }
                }
                AgendaAnswer::Agenda(_) | AgendaAnswer::Paper(..) => {}
            }
        }
        let key = match kind {
            AgendaForm::Propose(_) | AgendaForm::ProposeMany if number.is_empty() => "done-let-candidate",
            AgendaForm::Propose(_) | AgendaForm::ProposeMany => "done-agenda-put",
            AgendaForm::Item(..) => "done-agenda-edit",
            AgendaForm::Minutes(_) => "done-agenda-minutes",
            AgendaForm::Free(_) => "done-agenda-put",
            AgendaForm::Invite(_) => "done-agenda-invited",
            AgendaForm::Decide(_) => "done-agenda-decide",
            AgendaForm::Commit(_) => "done-agenda-commit",
            AgendaForm::Fix(_) => "done-agenda-fix",
            AgendaForm::Publish(_) => "done-agenda-publish",
            AgendaForm::NewMeeting => "done-agenda-meeting",
        };
        self.say_with(Tone::Done, key, &[("title", title.into()), ("number", number.into())]);
        if matches!(kind, AgendaForm::Minutes(_)) {
            self.offer_undo();
        }
        if self.pane == super::super::Pane::Agenda {
            self.choose_agenda_anew();
        }
        self.rest()
    }
}
