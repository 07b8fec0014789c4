//! Pane 5, of who reads the audit log alone: who saw a case, what somebody saw, rows by lot that are looked at every week, and what is
//! unusual. Nothing of it is kept: each question goes to the server, which writes it down.

use super::{
    Pane, State, Tone,
    actions::Pending,
    call::{Answer, Call},
    command::Command,
    field::Field,
    list::{ListCursor, NO_HEADINGS},
    message::{Effect, Link, Refusal},
};
use crate::{
    api::{
        audit::{AuditReview, AuditSearch, EmergenciesWaiting, Looked, SampledEntry},
        emergency::{EmergencyDetail, ReviewEmergency},
    },
    domain::{
        audit::{AuditEntry, Pattern, Rule},
        emergency::EmergencyState,
        ids::{EmergencyAccessId, SignalNumber},
        text::RawText,
    },
};

/// Rows that are asked for at once.
const MOST: u32 = 200;

/// What the pane shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Shown {
    /// What is unusual in the last week.
    #[default]
    Patterns,
    /// Rows of the last week by lot.
    Sample,
    /// Every row, newest first.
    Log,
    /// Rows about this case or object.
    About(String),
    /// Rows of this person: what is asked for, and the name that is shown.
    Person(String, String),
    /// Cases that people outside opened in an emergency.
    Emergencies,
}

/// How far an answer is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Came {
    /// Nothing was asked yet.
    #[default]
    Nothing,
    /// It is on its way.
    Asked,
    /// It is there.
    There,
    /// It did not come: what happened, and what to do.
    Failed(String, String),
}

/// What stands on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraceRow<'p> {
    /// A row of the log; of the sample also who looked at it.
    Entry(&'p AuditEntry, Option<&'p Looked>),
    /// Something unusual.
    Pattern(&'p Pattern),
    /// Emergency access.
    Emergency(&'p EmergencyDetail),
}

/// The pane.
#[derive(Debug, Clone, Default)]
pub struct TracesPane {
    /// What it shows.
    pub shown: Shown,
    /// The rows of the log that came.
    pub rows: Vec<AuditEntry>,
    /// Are there more rows than came?
    pub more: bool,
    /// Emergency access, once it came.
    pub emergencies: Vec<EmergencyDetail>,
    /// The week that is over, once it came.
    pub review: Option<AuditReview>,
    /// The cursor.
    pub list: ListCursor,
    /// How far the answer is.
    pub came: Came,
    /// What is looked for: a number, or a name.
    pub filter: Field,
    /// Is it being typed?
    pub filtering: bool,
    /// The request whose answer counts.
    asked: u64,
}

impl TracesPane {
    /// How many rows there are.
    pub fn count(&self) -> usize {
        match self.shown {
            Shown::Patterns => self.review.as_ref().map_or(0, |review| review.patterns.len()),
            Shown::Sample => self.review.as_ref().map_or(0, |review| review.sample.len()),
            Shown::Emergencies => self.emergencies.len(),
            _ => self.rows.len(),
        }
    }

    /// What stands on a row.
    pub fn at(&self, row: usize) -> Option<TraceRow<'_>> {
        let review = self.review.as_ref();
        match self.shown {
            Shown::Patterns => review?.patterns.get(row).map(TraceRow::Pattern),
            Shown::Sample => review?.sample.get(row).map(|sampled| TraceRow::Entry(&sampled.entry, sampled.looked.as_ref())),
            Shown::Emergencies => self.emergencies.get(row).map(TraceRow::Emergency),
            _ => self.rows.get(row).map(|row| TraceRow::Entry(row, None)),
        }
    }

    /// What stands under the cursor.
    pub fn current(&self) -> Option<TraceRow<'_>> {
        self.at(self.list.row)
    }

    fn sampled(&self) -> Option<&SampledEntry> {
        (self.shown == Shown::Sample).then(|| self.review.as_ref()?.sample.get(self.list.row)).flatten()
    }
}

/// A question about the audit log.
#[derive(Debug, Clone, PartialEq)]
pub enum TracesCall {
    /// Rows.
    Rows(Box<AuditSearch>),
    /// The week that is over.
    Review,
    /// Somebody looked at this row of it.
    Looked(i64),
    /// Emergency access.
    Emergencies,
    /// What is thought of one.
    Judge(EmergencyAccessId, ReviewEmergency),
}

/// What the server answered.
#[derive(Debug, Clone, PartialEq)]
pub enum TracesAnswer {
    /// Rows, and whether there are more.
    Rows(Vec<AuditEntry>, bool),
    /// The week.
    Review(Box<AuditReview>),
    /// That somebody looked at this row is kept.
    Looked(i64),
    /// Emergency access.
    Emergencies(Vec<EmergencyDetail>),
    /// One that was judged.
    Judged(Box<EmergencyDetail>),
}

impl State {
    /// Has this account this pane, and has it the others?
    pub fn offers(&self, pane: Pane) -> bool {
        let reads_log = self.may("audit.read");
        match pane {
            Pane::Traces => reads_log,
            Pane::Signals => !reads_log || self.may("signal.read"),
            Pane::Agenda => !reads_log || self.may("meeting.read"),
            Pane::Register => !reads_log || self.may("register.search"),
            Pane::Board => !reads_log || self.may("time-out.read"),
        }
    }

    /// Who reads the log and has no queue begins here.
    pub(super) fn begin_with_traces(&mut self) -> Vec<Effect> {
        let begins = self.pane == Pane::Signals && !self.offers(Pane::Signals);
        if begins { self.show_traces() } else { vec![] }
    }

    pub(super) fn show_traces(&mut self) -> Vec<Effect> {
        self.pane = Pane::Traces;
        if self.traces.came == Came::Nothing { self.ask_traces(Shown::Patterns) } else { vec![] }
    }

    pub(super) fn traces_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::TracePatterns => self.ask_traces(Shown::Patterns),
            Command::TraceSample => self.ask_traces(Shown::Sample),
            Command::TraceLog => self.ask_traces(Shown::Log),
            Command::TraceEmergencies => self.ask_traces(Shown::Emergencies),
            Command::TraceJudge => self.judge_command(),
            Command::TraceCase => self.about_of_row().map_or_else(Vec::new, |about| self.ask_traces(Shown::About(about))),
            Command::TracePerson => self.person_of_row().map_or_else(Vec::new, |person| self.ask_traces(person)),
            Command::TraceLooked => self.looked_at_row(),
            _ => vec![],
        }
    }

    /// The case or object that the row under the cursor is about.
    fn about_of_row(&self) -> Option<String> {
        let about = match self.traces.current()? {
            TraceRow::Entry(row, _) if row.number.is_empty() => row.object.clone(),
            TraceRow::Entry(row, _) => row.number.clone(),
            TraceRow::Pattern(pattern) if pattern.rule == Rule::Again => pattern.about.clone(),
            TraceRow::Pattern(_) => String::new(),
            TraceRow::Emergency(one) => one.item.signal_number.to_string(),
        };
        (!about.is_empty()).then_some(about)
    }

    fn person_of_row(&self) -> Option<Shown> {
        let (account, name) = match self.traces.current()? {
            TraceRow::Entry(row, _) => (row.account.clone(), &row.name),
            TraceRow::Pattern(pattern) => (pattern.account.clone(), &pattern.name),
            TraceRow::Emergency(one) => (one.item.by.to_string(), &one.item.by_name),
        };
        Some(Shown::Person(account, name.line().into_string()))
    }

    /// Enter: of a row the case it is about, else the person; what is unusual leads to what that person did, and emergency access that waits to
    /// being judged.
    pub(super) fn open_trace(&mut self) -> Vec<Effect> {
        if self.unavailable(Command::TraceJudge).is_none() {
            return self.judge_command();
        }
        let about = match (&self.traces.shown, self.traces.current()) {
            (Shown::About(_), _) | (_, Some(TraceRow::Pattern(_))) => None,
            _ => self.about_of_row(),
        };
        let next = about.map(Shown::About).or_else(|| self.person_of_row());
        next.map_or_else(Vec::new, |next| self.ask_traces(next))
    }

    /// Why a command of this pane cannot be run on this row.
    pub(super) fn not_on_this_trace(&self, command: Command) -> Option<&'static str> {
        let lacks = match command {
            Command::TraceCase => self.about_of_row().is_none(),
            Command::TracePerson => self.traces.current().is_none(),
            Command::TraceJudge => return self.not_to_judge(),
            Command::TraceLooked => match self.traces.sampled() {
                Some(sampled) => return sampled.looked.is_some().then_some("why-looked-already"),
                None => return Some("why-only-sample"),
            },
            _ => false,
        };
        lacks.then_some("nothing-selected")
    }

    /// Asks the server for what is to be shown.
    pub(super) fn ask_traces(&mut self, shown: Shown) -> Vec<Effect> {
        let search = match &shown {
            Shown::Patterns | Shown::Sample | Shown::Emergencies => None,
            Shown::Log => Some(AuditSearch::default()),
            Shown::About(about) => Some(AuditSearch { object: Some(RawText::from(about.as_str())), ..AuditSearch::default() }),
            Shown::Person(who, _) => Some(AuditSearch { person: Some(RawText::from(who.as_str())), ..AuditSearch::default() }),
        };
        let call = match search {
            Some(search) => TracesCall::Rows(Box::new(AuditSearch { limit: Some(MOST), ..search })),
            None if shown == Shown::Emergencies => TracesCall::Emergencies,
            None => TracesCall::Review,
        };
        let pane = &mut self.traces;
        (pane.shown, pane.came, pane.list, pane.filtering) = (shown, Came::Asked, ListCursor::default(), false);
        (pane.rows, pane.more) = (vec![], false);
        self.send_traces(call)
    }

    fn send_traces(&mut self, call: TracesCall) -> Vec<Effect> {
        let request = self.request(Pending::Traces);
        if !matches!(call, TracesCall::Looked(_)) {
            self.traces.asked = request;
        }
        vec![Effect::Send { request, key: self.next_key(), call: Call::Traces(call), draft: None }]
    }

    fn looked_at_row(&mut self) -> Vec<Effect> {
        let Some(seq) = self.traces.sampled().map(|sampled| sampled.entry.seq) else { return vec![] };
        self.send_traces(TracesCall::Looked(seq))
    }

    pub(super) fn traces_reply(&mut self, request: u64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let now = self.server_now();
        match reply {
            Ok(Answer::Traces(TracesAnswer::Looked(seq))) => {
                let by = self.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
                let sample = self.traces.review.iter_mut().flat_map(|review| review.sample.iter_mut());
                for sampled in sample.filter(|sampled| sampled.entry.seq == seq) {
                    sampled.looked.get_or_insert(Looked { by: by.clone(), at: now });
                }
                self.say_with(Tone::Done, "trace-looked", &[]);
                // What is next is not looked at yet.
                let review = self.traces.review.as_ref();
                let next = review.and_then(|review| review.sample.iter().position(|sampled| sampled.looked.is_none()));
                next.map_or_else(Vec::new, |row| self.go_in_traces(row))
            }
            // A newer question was asked meanwhile.
            _ if request != self.traces.asked => vec![],
            Ok(Answer::Traces(TracesAnswer::Rows(rows, more))) => {
                let pane = &mut self.traces;
                (pane.rows, pane.more, pane.came) = (rows, more, Came::There);
                vec![]
            }
            Ok(Answer::Traces(TracesAnswer::Emergencies(emergencies))) => {
                let pane = &mut self.traces;
                let count = |wanted: fn(&EmergencyDetail) -> bool| emergencies.iter().filter(|one| wanted(one)).count() as i64;
                let waiting = EmergenciesWaiting {
                    waiting: count(|one| one.item.review.is_none()),
                    overdue: count(|one| one.state == EmergencyState::Overdue),
                };
                if let Some(review) = pane.review.as_mut() {
                    review.emergencies = Some(waiting);
                }
                (pane.emergencies, pane.came) = (emergencies, Came::There);
                vec![]
            }
            Ok(Answer::Traces(TracesAnswer::Review(review))) => {
                (self.traces.review, self.traces.came) = (Some(*review), Came::There);
                vec![]
            }
            Ok(_) => vec![],
            Err(refusal) => {
                let reason = refusal.reason().unwrap_or_else(|| refusal.advice.clone());
                self.traces.came = Came::Failed(refusal.words, reason);
                vec![]
            }
        }
    }

    /// Asks again for what is shown.
    pub(super) fn refresh_traces(&mut self) -> Vec<Effect> {
        if self.pane == Pane::Traces { self.ask_traces(self.traces.shown.clone()) } else { vec![] }
    }

    /// The connection is back: what did not come is asked for again.
    pub(super) fn traces_again(&mut self) -> Vec<Effect> {
        let failed = matches!(self.traces.came, Came::Failed(..));
        if failed && self.link == Link::Live { self.refresh_traces() } else { vec![] }
    }

    /// The cursor to a row.
    pub(super) fn go_in_traces(&mut self, row: usize) -> Vec<Effect> {
        let (height, rows) = (self.areas().list.height as usize, self.traces.count());
        self.traces.list.moved = true;
        self.traces.list.go(row, rows, NO_HEADINGS, height);
        vec![]
    }

    /// Enter after what is looked for: a number is a case, anything else a person; nothing, every row.
    pub(super) fn find_traces(&mut self) -> Vec<Effect> {
        let text = self.traces.filter.text().trim().to_owned();
        let year = u16::try_from(chrono::Datelike::year(&self.today)).unwrap_or_default();
        let shown = match SignalNumber::parse(&text, year) {
            _ if text.is_empty() => Shown::Log,
            Some(number) => Shown::About(number.to_string()),
            None => Shown::Person(text.clone(), text),
        };
        self.traces.filter.set("");
        self.ask_traces(shown)
    }

    /// Back: out of the field, else to what the pane begins with.
    pub(super) fn traces_back(&mut self) -> Vec<Effect> {
        if self.traces.filtering {
            self.traces.filtering = false;
            self.traces.filter.set("");
            return vec![];
        }
        if self.traces.shown == Shown::Patterns { vec![] } else { self.ask_traces(Shown::Patterns) }
    }
}
