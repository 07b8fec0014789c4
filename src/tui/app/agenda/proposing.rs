//! Putting a case on an agenda from wherever it stands: the next meeting is there already with its free minutes, a question is
//! optional, and one key saves. Without a meeting it becomes a candidate.

use super::{
    super::{
        Modal, Pane, State, Tone,
        bulk::{Addition, Deed, Job},
        choose::{Choice, Choose, Item},
        form::{Form, Kind, Purpose, Slot},
        message::{Call, Effect},
    },
    AgendaCall, AgendaChoice, AgendaDone, AgendaForm, ItemPart,
    ordering::To,
    undoing::{Change, Place},
};
use crate::{
    api::meeting::{AgendaItemPatch, MoveItem, NewAgendaItem, NewCandidate},
    domain::{
        ids::{IdempotencyKey, MeetingId, SignalId},
        meeting::{
            AgendaItem, AgendaItemSummary, CASE_MINUTES, MeetingNumber, MeetingState, MeetingSummary, MissingKind, order::Spot,
        },
        text::RawText,
        zone,
    },
    locale::Value,
};

/// Most cases that stand with the LET already and are told one by one.
const TOLD: usize = 12;

impl State {
    /// The form for the signal under the cursor, or for every marked one. What stands with the LET already is said first: it stays
    /// on its agenda, and a candidate goes along to the meeting. Of what others hold it is asked first.
    pub(in super::super) fn open_let(&mut self) -> Vec<Effect> {
        let targets = self.targets();
        if let [one] = targets[..] {
            let Some(meeting) = self.agenda_of(one) else { return self.propose_one(one) };
            let values = [
                ("title", self.subject(one).into()),
                ("meeting", meeting.number.to_string().into()),
                ("day", self.day_of_meeting(meeting).into()),
            ];
            self.say_with(Tone::Info, "let-stands", &values);
            return vec![];
        }
        let mut about: Vec<String> = targets.iter().filter_map(|id| self.stands_in_words(*id)).collect();
        let rest = self.not_on_agenda(&targets);
        let others = self.others_of(&rest);
        if about.is_empty() && others.signals.is_empty() {
            return self.open_proposal_of(None);
        }
        let held = || self.words_of_several_held(&others, rest.len());
        let title = match about.len() {
            0 => held(),
            count => self.texts.with("choose-let-stands", &[("count", count.into()), ("all", targets.len().into())]),
        };
        let more = about.len().saturating_sub(TOLD);
        about.truncate(TOLD);
        about.extend((more > 0).then(|| self.texts.with("let-stands-more", &[("count", more.into())])));
        let close = self.answer("let-stands-close", Choice::Nothing);
        let go = |key: &str, of: Vec<SignalId>| Item {
            label: self.texts.with(key, &[("count", of.len().into())]),
            ..self.answer(key, Choice::Agenda(AgendaChoice::Propose(of)))
        };
        let items = if others.signals.is_empty() {
            (!rest.is_empty()).then(|| go("let-stands-go", rest.clone())).into_iter().chain([close]).collect()
        } else {
            if !about.is_empty() {
                about.push(held());
            }
            let own: Vec<SignalId> = rest.iter().copied().filter(|id| !others.signals.contains(id)).collect();
            let own = (!own.is_empty()).then(|| go("many-rest", own));
            [close].into_iter().chain(own).chain([go("many-yes", rest.clone())]).collect()
        };
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    /// The form for one that is on no agenda; when somebody else holds it, that is asked first.
    fn propose_one(&mut self, signal: SignalId) -> Vec<Effect> {
        let others = self.others_of(&[signal]);
        if others.signals.is_empty() {
            return self.open_proposal_of(Some(signal));
        }
        let title = self.texts.with("choose-let-held", &[("names", others.named().into())]);
        let yes = Choice::Form(Purpose::Agenda(AgendaForm::Propose(signal)));
        self.ask_titled(title, &[("let-held-no", Choice::Leave), ("let-held-yes", yes)]);
        vec![]
    }

    fn not_on_agenda(&self, signals: &[SignalId]) -> Vec<SignalId> {
        signals.iter().copied().filter(|id| self.agenda_of(*id).is_none()).collect()
    }

    /// The item of a case that waits among the candidates, or stands on an agenda that is still to come: at most one, as the server
    /// sees to.
    fn standing_of(&self, signal: SignalId) -> Option<&AgendaItemSummary> {
        let agendas = self.replica.agendas();
        let open = agendas.meetings().into_iter().filter(|meeting| meeting.state.is_open());
        let placed = open.flat_map(|meeting| agendas.items(meeting.id));
        let mut all = agendas.candidates().into_iter().chain(placed);
        all.find(|item| item.signal == Some(signal)).map(|item| &**item)
    }

    /// The meeting on whose agenda a case stands.
    fn agenda_of(&self, signal: SignalId) -> Option<&MeetingSummary> {
        let meeting = self.standing_of(signal)?.meeting?;
        self.replica.agendas().meeting(meeting).map(|meeting| &**meeting)
    }

    /// Where a case stands already, and what becomes of it.
    fn stands_in_words(&self, signal: SignalId) -> Option<String> {
        let title = ("title", Value::from(self.short_number(signal)));
        self.standing_of(signal)?;
        Some(match self.agenda_of(signal) {
            Some(meeting) => self.texts.with("let-stands-on", &[title, ("meeting", meeting.number.to_string().into())]),
            None => self.texts.with("let-stands-candidate", &[title]),
        })
    }

    /// The form for one, or for every marked one that is on no agenda.
    pub(super) fn open_proposal_of(&mut self, signal: Option<SignalId>) -> Vec<Effect> {
        let targets = self.not_on_agenda(&self.targets());
        self.open_proposal_form(signal, targets)
    }

    /// The form for these.
    pub(super) fn propose_these(&mut self, targets: Vec<SignalId>) -> Vec<Effect> {
        self.open_proposal_form(None, targets)
    }

    fn open_proposal_form(&mut self, signal: Option<SignalId>, targets: Vec<SignalId>) -> Vec<Effect> {
        let number = self.next_meeting().map(|meeting| meeting.number.to_string()).unwrap_or_default();
        let meeting = Slot::new("let-meeting", Kind::Exempt, 0).with(&number);
        let (kind, subject, slots) = match signal {
            // A candidate has its question, or gets it in the item.
            Some(id) if self.standing_of(id).is_some() => (AgendaForm::Propose(id), self.subject(id), vec![meeting]),
            Some(id) => {
                let question = Slot::new("let-decision-asked", Kind::Line, 1);
                (AgendaForm::Propose(id), self.subject(id), vec![meeting, question])
            }
            None => {
                let count = self.texts.with("count-all", &[("count", targets.len().into())]);
                (AgendaForm::ProposeMany, count, vec![meeting])
            }
        };
        let mut form = Form::new(Purpose::Agenda(kind), subject, slots);
        // The next meeting is nearly always the one: the cursor stands on the question, the last field, where Enter saves.
        form.focus = if self.plain { 0 } else { form.slots.len() - 1 };
        if signal.is_none() {
            form.targets = targets;
            self.signals.range = None;
        }
        let mut effects = self.open_form(form);
        // What it asks is read with its item alone.
        let candidate = signal.and_then(|id| self.standing_of(id)).map(|item| item.id);
        if let Some(id) = candidate.filter(|id| self.item_read_of(*id).is_none()) {
            effects.extend(self.read_item(id));
        }
        effects
    }

    /// Below the form for a case that is a candidate: since when, and what it asks the meeting.
    pub(in super::super) fn candidate_in_words(&self, form: &Form) -> Option<String> {
        let Purpose::Agenda(AgendaForm::Propose(id)) = form.purpose else { return None };
        let item = self.standing_of(id).filter(|item| item.meeting.is_none() && form.has_notice())?;
        let asked = self.item_read_of(item.id).map(|(read, ..)| read.facts.decision_asked.line().into_string());
        let question = match asked {
            _ if item.missing.contains(&MissingKind::DecisionAsked) => self.texts.get("form-let-asks-nothing"),
            Some(asked) => self.texts.with("form-let-asks", &[("asked", asked.into())]),
            None => self.texts.get("form-let-asks-unread"),
        };
        let since = self.texts.day(zone::date_of(item.proposed_at));
        let values = [("since", since.into()), ("name", item.proposed_by_name.line().into_string().into())];
        Some(format!("{question} {}", self.texts.with("form-let-candidate-since", &values)))
    }

    /// The meeting whose number was typed; nothing: a candidate, or there is none.
    pub fn typed_meeting(&self, form: &Form) -> Option<&MeetingSummary> {
        let number = MeetingNumber::parse(form.text("let-meeting"))?;
        let all = self.replica.agendas().meetings();
        all.into_iter().find(|meeting| meeting.number == number).map(|meeting| &**meeting)
    }

    /// Why the meeting that stands in the form is the one proposed: it is the next with an agenda that is open, those before it are
    /// fixed.
    pub fn why_this_meeting(&self, form: &Form) -> Option<String> {
        let typed = self.typed_meeting(form)?.id;
        self.next_meeting().filter(|next| next.id == typed)?;
        let before = self.coming_meetings().into_iter().take_while(|meeting| meeting.id != typed);
        let fixed: Vec<String> = before.map(|meeting| meeting.number.to_string()).collect();
        Some(self.texts.with("form-let-why", &[("count", fixed.len().into()), ("fixed", fixed.join(", ").into())]))
    }

    pub(super) fn meeting_fault(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        if form.filled("let-meeting").is_none() {
            let candidate = matches!(form.purpose, Purpose::Agenda(AgendaForm::Propose(id)) if self.standing_of(id).is_some());
            return candidate.then_some(("let-meeting", "form-let-candidate-already"));
        }
        match self.typed_meeting(form) {
            None => Some(("let-meeting", "form-let-meeting-unknown")),
            Some(meeting) if !meeting.state.is_open() => Some(("let-meeting", "form-let-meeting-over")),
            Some(_) => None,
        }
    }

    /// What is said below the form: `LET-48, do 26-11-2026 13:30: 25 min vrij`.
    pub fn proposal_words(&self, form: &Form) -> Option<String> {
        match form.purpose {
            Purpose::Agenda(AgendaForm::Propose(_) | AgendaForm::ProposeMany) => {}
            Purpose::Agenda(AgendaForm::NewMeeting | AgendaForm::Meeting(_)) => return self.meeting_words(form),
            Purpose::Agenda(kind @ (AgendaForm::NewSeries | AgendaForm::Series(_) | AgendaForm::EndSeries(_))) => {
                return self.series_form_words(kind, form);
            }
            Purpose::Agenda(AgendaForm::Item(id, ItemPart::Head)) => return self.slot_words(id, form),
            Purpose::Agenda(AgendaForm::Item(_, ItemPart::Tried)) => return self.tried_words(form),
            Purpose::Extend(_) => return self.extension_words(form),
            _ => return None,
        }
        let Some(meeting) = self.typed_meeting(form) else {
            return form.filled("let-meeting").is_none().then(|| self.texts.get("form-let-candidate"));
        };
        let number = ("number", Value::from(meeting.number.to_string()));
        let day = ("day", Value::from(self.day_of_meeting(meeting)));
        let one = if let Purpose::Agenda(AgendaForm::Propose(id)) = form.purpose { vec![id] } else { vec![] };
        let all = if form.targets.is_empty() { &one } else { &form.targets };
        let minutes = |id: &SignalId| i64::from(self.standing_of(*id).map_or(CASE_MINUTES, |item| item.minutes));
        let (free, minutes) = (self.free_minutes(meeting), all.iter().map(minutes).sum::<i64>());
        let more = [("minutes", minutes), ("free", free.max(0)), ("over", (minutes - free).max(0))];
        let values: Vec<_> = more.into_iter().map(|(name, count)| (name, Value::Number(count))).chain([number, day]).collect();
        let key = if form.targets.is_empty() { "form-let-goes-to" } else { "form-let-go-to" };
        let words = self.texts.with(key, &values);
        // A family may lose its home before the table meets.
        let meets = meeting.slots.first().map(|slot| zone::date_of(slot.starts_at));
        let signals = self.replica.signals();
        let hard = |id: &SignalId| Some((signals.get(signals.find(*id)?)?.hard_date()?.on, *id));
        let first = all.iter().filter_map(hard).filter(|(on, _)| meets.is_some_and(|meets| *on < meets)).min();
        let before = first.map(|(on, id)| {
            let of = || format!(" {}", self.texts.with("form-let-of", &[("number", self.short_number(id).into())]));
            let whose = if form.targets.is_empty() { String::new() } else { of() };
            let key = if on < self.today { "form-let-past-hard" } else { "form-let-after-hard" };
            self.texts.with(key, &[("day", self.texts.day(on).into()), ("whose", whose.into())])
        });
        let fixed = (meeting.state == MeetingState::Fixed).then(|| self.texts.get("form-let-fixed"));
        Some([Some(words), before, fixed].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    pub(super) fn proposal_of(&self, signal: SignalId, form: &Form) -> Option<AgendaCall> {
        let asked = form.filled("let-decision-asked").map(RawText::from);
        Some(self.proposing(signal, self.typed_meeting(form).map(|meeting| meeting.id), asked))
    }

    fn proposing(&self, signal: SignalId, meeting: Option<MeetingId>, asked: Option<RawText>) -> AgendaCall {
        let facts = AgendaItemPatch { decision_asked: asked, ..AgendaItemPatch::default() };
        let candidate = self.standing_of(signal).filter(|item| item.meeting.is_none()).map(|item| item.id);
        let slot = candidate.map_or(1, |id| self.slot_of(id));
        let after = meeting.and_then(|meeting| match self.before_close(meeting, slot) {
            Spot::After(item) => Some(item),
            _ => None,
        });
        let signal = signal.to_string();
        match (meeting, candidate) {
            (Some(meeting), Some(item)) => {
                AgendaCall::Move(item, MoveItem { meeting: Some(meeting.to_string()), after, first: false })
            }
            (Some(meeting), None) => AgendaCall::Add(meeting, NewAgendaItem { signal: Some(signal), facts, after, first: false }),
            (None, _) => AgendaCall::Propose(NewCandidate { signal, facts, reason: RawText::default() }),
        }
    }

    /// Proposes every signal the form is about: one action.
    pub(in super::super) fn propose_many(&mut self, form: &Form, key: IdempotencyKey) -> Vec<Effect> {
        let meeting = self.typed_meeting(form).map(|meeting| meeting.id);
        let job = |signal: &SignalId| self.known(*signal).map(|now| Job { signal: *signal, version: now.version, step: None });
        // They go to one spot, each before those that went there already: the last is sent first, so that they stand as marked.
        // What is a candidate already, and is to be one, is that.
        let goes = |id: &&SignalId| meeting.is_some() || self.standing_of(**id).is_none();
        let jobs: Vec<Job> = form.targets.iter().rev().filter(goes).filter_map(job).collect();
        // What was left out because somebody else holds it is not there already: it stays marked.
        let meant = |id: &SignalId| form.targets.contains(id) || self.agenda_of(*id).is_some();
        let stands = |id: &SignalId| meant(id) && jobs.iter().all(|job| job.signal != *id);
        let already = self.targets().into_iter().filter(stands).collect();
        self.start_batch(Deed::Text { what: Addition::Proposal(meeting), key, draft: form.purpose.slot() }, jobs, already)
    }

    /// What a proposal of one of many asks the server.
    pub(in super::super) fn call_of_proposal(&self, signal: SignalId, meeting: Option<MeetingId>) -> Call {
        Call::Agenda(Box::new(self.proposing(signal, meeting, None)))
    }

    /// A proposal is sent: of a candidate it is remembered that it was one.
    pub(in super::super) fn proposal_goes(&mut self, call: &Call) {
        if let Call::Agenda(call) = call
            && let AgendaCall::Move(item, _) = **call
        {
            self.agenda.going.insert(item);
        }
    }

    /// These were proposed, in this order: one action, that can be taken back.
    pub(in super::super) fn proposed(&mut self, items: &[AgendaItem]) {
        // Who goes to the pane now wants to see where they went.
        if let (true, Some(item)) = (self.pane != Pane::Agenda, items.iter().find(|item| item.meeting.is_some())) {
            self.open_next(item);
        }
        let mut changes = vec![];
        for item in items {
            let back = if self.agenda.going.remove(&item.id) { Place::Candidate } else { Place::Nowhere };
            let done =
                item.meeting.map_or(To::Candidates, |meeting| To::Agenda(meeting, self.before_close(meeting, item.facts.slot)));
            if self.replica.agendas().item(item.id).is_some() {
                self.went(item.id, done, item.revision);
            }
            changes.push(Change::Place { item: item.id, back, done });
        }
        if !changes.is_empty() {
            self.did_on_agenda(AgendaDone::new("past-let", changes));
        }
    }
}
