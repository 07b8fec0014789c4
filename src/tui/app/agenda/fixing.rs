//! From a concept to decisions that were sent: what may come next is asked with what it is about. Nothing is sent before a
//! second person confirmed exactly what goes to whom.

use super::{
    super::{
        Modal, State, Tone,
        available::Reason,
        choose::{Choice, Choose, Item},
        command::Command,
        form::{Form, Purpose},
        message::{Answer, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaChoice, AgendaForm,
    changing::TOLD_BEFORE_FIXING,
};
use crate::{
    api::meeting::{AgendaDetail, FixAgenda, MeetingDetail, PublishMeeting},
    domain::{
        Date,
        confirmation::ConfirmedAction,
        ids::MeetingId,
        meeting::{Agenda, Edition, Entry, MeetingState, Present, Publication, decide, publication},
        text::RawText,
        zone,
    },
};

/// What the second person is shown.
pub type Shown = Publication;

impl State {
    /// What may come next of the meeting: fix it, send it, settle what waits, hold it, send its decisions.
    pub(super) fn publish(&mut self) -> Vec<Effect> {
        let Some(meeting) = self.meeting().cloned() else { return vec![] };
        let id = meeting.id;
        if !self.agenda.waiting.is_empty() {
            self.say_with(Tone::Info, "why-moves-under-way", &[]);
            return vec![];
        }
        if self.waits(&meeting) {
            return self.read_for_agenda(AgendaCall::ReadMeeting(id));
        }
        // What is promised raises no version of the agenda: who gets which decisions is read anew each time.
        let just_read = self.agenda.just_read.take() == Some(id);
        if !just_read && matches!(meeting.state, MeetingState::Held | MeetingState::Sent) {
            self.agenda.read = None;
        }
        if let Some(effects) = self.needs_agenda(id, Command::Publish) {
            return effects;
        }
        // What changed since is shown before it is fixed again.
        if meeting.state == MeetingState::Fixed
            && meeting.changed_since_fixed
            && let Some(effects) = self.needs_changes(id, Command::Publish)
        {
            return effects;
        }
        let Some(read) = self.agenda_detail(id) else { return vec![] };
        let whole = &read.meeting;
        let sent = whole.edition.is_some_and(|edition| edition.sent);
        match (whole.state, whole.changed_since_fixed(), sent) {
            (MeetingState::Concept, ..) | (MeetingState::Fixed, true, _) => self.open_agenda_form(AgendaForm::Fix(id)),
            // Those that were sent go out again when they say something else by now: the server knows.
            (MeetingState::Fixed, false, false) | (MeetingState::Held | MeetingState::Sent, ..) => {
                self.open_agenda_form(AgendaForm::Publish(id))
            }
            // The row may not have told yet that it was sent.
            (MeetingState::Fixed, false, true) => match self.not_to_hold_yet() {
                Some(reason) => {
                    self.say(Tone::Info, self.reason(&reason));
                    vec![]
                }
                None => self.ask_held(id),
            },
            (MeetingState::Cancelled, ..) => {
                self.say_with(Tone::Info, "why-meeting-cancelled", &[]);
                vec![]
            }
        }
    }

    /// Why an agenda that was read whole cannot be sent: nobody would get anything, or of a body nobody is known. Who gets decisions
    /// hangs on what is promised, too: that the server knows.
    pub(super) fn not_to_send(&self) -> Option<Reason> {
        let id = self.meeting().map(|meeting| meeting.id).filter(|id| self.is_agenda_whole(*id))?;
        let shown = to_send(self.agenda_detail(id)?, self.today)?.with_contacts(|code| self.contact_at(code));
        let bodies = shown.without_addressee();
        let key = match (shown.action, shown.recipients.is_empty()) {
            (ConfirmedAction::PublishAgenda, true) => "why-nobody-to-send-to",
            (ConfirmedAction::PublishAgenda, false) if !bodies.is_empty() => "why-nobody-at-body",
            _ => return None,
        };
        let invite = self.keymap.shown(Command::Invite).unwrap_or_default();
        Some(Reason { key, values: vec![("bodies", self.body_words(&bodies, ", ").into()), ("key", invite.into())] })
    }

    fn ask_held(&mut self, id: MeetingId) -> Vec<Effect> {
        let Some(read) = self.agenda_detail(id) else { return vec![] };
        let (number, version) = (read.meeting.number, read.meeting.version);
        let items = vec![
            self.answer("propose-cancel", Choice::Nothing),
            self.answer("agenda-hold", Choice::Agenda(AgendaChoice::Hold(id, version))),
        ];
        let about = std::iter::once(self.texts.get("agenda-hold-about")).chain(self.nobody_words(read)).collect();
        let title = self.texts.with("agenda-hold-title", &[("number", number.to_string().into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    pub(super) fn answer(&self, key: &str, choice: Choice) -> Item {
        Item::of(&self.texts, key, choice)
    }

    /// What is asked before an agenda is fixed or proposed to be sent; nothing for every other form.
    pub(in super::super) fn question_of_agenda(&self, form: &Form) -> Option<Choose> {
        let Purpose::Agenda(kind) = form.purpose else { return None };
        if let Some(question) = self.question_of_fixed_form(form) {
            return Some(question);
        }
        if let Some(question) = self.question_of_series(kind, form) {
            return Some(question);
        }
        let (about, key) = match kind {
            AgendaForm::Fix(id) => {
                let read = self.agenda_detail(id)?;
                if let Some(question) = self.question_of_lacks(read).filter(|_| form.filled("let-reason").is_none()) {
                    return Some(question);
                }
                (self.about_fixing(read), "agenda-fix")
            }
            AgendaForm::Publish(id) => {
                let shown = to_send(self.agenda_detail(id)?, self.today)?.with_contacts(|code| self.contact_at(code));
                let mut about = vec![self.texts.get(&format!("let-action-{}", shown.action))];
                about.extend(recipient_lines(&shown, self));
                about.push(self.texts.with("propose-second", &[("who", self.texts.get("second-of-meeting").into())]));
                (about, "agenda-send")
            }
            _ => return self.question_of_settling(kind, form),
        };
        let items = vec![self.answer("propose-cancel", Choice::Nothing), self.answer(key, Choice::Propose)];
        Some(Choose::new(self.texts.get(kind.title()), items).about([vec![form.subject.clone()], about].concat()))
    }

    fn about_fixing(&self, read: &AgendaDetail) -> Vec<String> {
        let texts = &self.texts;
        let minutes: i64 = read.slots.iter().map(|slot| slot.minutes).sum();
        let available: i64 = read.slots.iter().map(|slot| slot.available).sum();
        let number = crate::locale::Value::Number;
        let mut about = vec![texts.with(
            "agenda-sum",
            &[("count", read.items.len().into()), ("minutes", number(minutes)), ("available", number(available))],
        )];
        if minutes > available {
            about.push(texts.with("agenda-over", &[("minutes", number(minutes - available))]));
        }
        for entry in read.items.iter().filter(|entry| !entry.missing.is_empty()) {
            let values = [("number", number(i64::from(entry.times.number))), ("count", entry.missing.len().into())];
            about.push(texts.with("agenda-fix-lacks", &values));
        }
        if !read.clashes.is_empty() {
            about.push(texts.with("agenda-fix-clashes", &[("count", read.clashes.len().into())]));
        }
        about.extend(self.nobody_words(read));
        if read.meeting.edition.is_some() {
            about.extend(self.change_lines(read.meeting.id, TOLD_BEFORE_FIXING));
        }
        let edition = read.meeting.edition.map_or(1, |edition| edition.number + 1);
        about.push(texts.with("agenda-fix-version", &[("number", number(i64::from(edition)))]));
        about
    }

    pub(super) fn fixing_of(&self, id: MeetingId, form: &Form) -> Option<AgendaCall> {
        let read = self.agenda_detail(id)?;
        let body =
            FixAgenda { agenda_version: read.meeting.agenda_version, reason: RawText::from(form.text("let-reason").trim()) };
        Some(AgendaCall::Fix(id, read.meeting.version, body))
    }

    pub(super) fn publishing_of(&self, id: MeetingId, form: &Form) -> Option<AgendaCall> {
        let version = self.agenda_detail(id)?.meeting.version;
        Some(AgendaCall::Publish(id, version, PublishMeeting { number: form.text("let-number").trim().to_owned() }))
    }

    /// A meeting was read with what waits: the second person sees exactly that.
    pub(super) fn meeting_read(&mut self, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Agenda(answer)) => {
                if let AgendaAnswer::Meeting(found) = *answer {
                    return self.settle_meeting(&found);
                }
                vec![]
            }
            Ok(_) => vec![],
            Err(refusal) => {
                self.fail(&refusal);
                vec![]
            }
        }
    }

    fn settle_meeting(&mut self, found: &MeetingDetail) -> Vec<Effect> {
        let Some(waits) = &found.confirmation else {
            self.say_with(Tone::Info, "why-nothing-waits", &[]);
            return vec![];
        };
        let Ok(shown) = serde_json::from_str::<Shown>(&waits.shown) else {
            self.say_with(Tone::Warn, "settle-unreadable", &[]);
            return vec![];
        };
        let texts = &self.texts;
        let mut about = recipient_lines(&shown, self);
        let name = waits.proposed_by_name.line().into_string();
        let day = texts.day(zone::date_of(waits.proposed_at));
        about.push(texts.with("settle-by", &[("name", name.into()), ("day", day.into())]));
        let mine = self.me.as_ref().is_some_and(|me| me.account == waits.proposed_by);
        let mut items = vec![self.answer("settle-close", Choice::Nothing)];
        if mine {
            about.push(texts.with("settle-own", &[("who", texts.get("second-of-meeting").into())]));
            items.push(self.answer("settle-withdraw", Choice::Decline(waits.id, true)));
        } else {
            items.push(self.answer("settle-confirm", Choice::Confirm(waits.id, waits.hash.clone())));
            items.push(self.answer("settle-reject", Choice::Decline(waits.id, false)));
        }
        let what = texts.get(&format!("let-action-{}", waits.action));
        let title = texts.with("settle-title", &[("what", what.into()), ("number", shown.meeting.to_string().into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }
}

/// What would be sent of an agenda that is as it was fixed.
fn to_send(read: &AgendaDetail, today: Date) -> Option<Publication> {
    let action: ConfirmedAction = decide::to_send(&read.meeting).ok()?;
    let entry = |entry: &crate::api::meeting::AgendaEntry| Entry {
        item: entry.item.clone(),
        invitations: entry.invitations.clone(),
        decisions: entry.decisions.clone(),
        papers: entry.papers.clone(),
    };
    let agenda = Agenda::of(read.meeting.clone(), read.items.iter().map(entry).collect());
    let fixed = read.meeting.edition?;
    let edition = Edition {
        id: fixed.id,
        meeting: read.meeting.id,
        number: fixed.number,
        content: agenda.content(),
        fixed_at: Default::default(),
        fixed_by: crate::domain::ids::AccountId(uuid::Uuid::nil()),
        fixed_by_name: RawText::default(),
        reason: RawText::default(),
        clocks: vec![],
    };
    let present = Present { entries: &agenda.entries, commitments: read.commitments.iter().collect(), today };
    Some(publication(&edition, action, &present))
}

/// Who gets what: `UWV: 2 punten, aan P. de Boer`, and how much of it without its content.
pub fn recipient_lines(shown: &Publication, state: &State) -> Vec<String> {
    let texts = &state.texts;
    let line = |recipient: &crate::domain::meeting::Recipient| {
        let to: Vec<String> = recipient
            .to
            .iter()
            .map(|one| if one.name.is_blank() { one.function.line().into_string() } else { one.name.line().into_string() })
            .collect();
        let items: Vec<String> = recipient.items.iter().map(|item| item.number.to_string()).collect();
        let withheld = recipient.items.iter().filter(|item| item.withheld).count();
        let decisions: usize = recipient.items.iter().map(|item| item.decisions.len()).sum();
        let key = if shown.action == ConfirmedAction::PublishDecisions { "publication-decisions" } else { "publication-agenda" };
        let values = [
            ("body", state.body_word(&recipient.organisation).into()),
            ("to", if to.is_empty() { texts.get("publication-no-one") } else { to.join(", ") }.into()),
            ("count", items.len().into()),
            ("items", texts.listed(&items).into()),
            ("decisions", decisions.into()),
            ("withheld", withheld.into()),
        ];
        texts.with(key, &values)
    };
    if shown.recipients.is_empty() {
        return vec![texts.get("publication-nobody")];
    }
    shown.recipients.iter().map(line).collect()
}
