//! Which rows of the deadline board are shown, in which groups and order.

use std::{borrow::Cow, collections::HashMap};

use chrono::{Datelike, Timelike};
use serde::{Deserialize, Serialize};

use crate::domain::{
    Date, Instant,
    deadline::{DeadlineKind, Lane, sunday_of},
    ids::{AccountId, SignalId, TimeOutId},
    time_out::TimeOutGround,
};

use super::{
    Replica,
    board_filter::BoardFilter,
    deadlines::{Deadlines, PackedDeadline},
    signals::{SignalRow, Signals},
};

/// Among so many rows a time-out is looked for to begin at.
const MOST_LOOKED_AT: usize = 1_000;

/// Which rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoardView {
    /// Every running clock.
    #[default]
    All,
    /// Time-outs and the terms they suspend.
    TimeOuts,
    /// What waits for a second person.
    Proposed,
    /// Who is to be called back.
    CallBacks,
    /// Of cases that are mine.
    Mine,
}

/// By what rows stand together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoardGroup {
    /// Overdue, today, this week and so on.
    #[default]
    Lane,
    /// The body that decided.
    Body,
    /// The municipality.
    Municipality,
    /// On what the time-out rests.
    Ground,
    /// Who has the case.
    Owner,
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BoardQuery {
    /// Which rows.
    pub view: BoardView,
    /// By what they stand together.
    pub group: BoardGroup,
    /// The filter as typed: words that must all occur, and fields.
    pub words: String,
}

/// The head of a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupHead {
    /// A lane.
    Lane(Lane),
    /// A name as sent; nothing: it has none.
    Name(Option<String>),
    /// A ground; nothing: no time-out.
    Ground(Option<TimeOutGround>),
}

/// The rows that are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// Numbers of rows, in order.
    pub rows: Vec<u32>,
    /// Where each group begins, and its head.
    pub groups: Vec<(usize, GroupHead)>,
    /// How many the view holds without the words.
    pub in_view: usize,
    /// The first row whose day has not passed; 0 when there is none.
    pub first_open: usize,
    /// The first time-out whose last day has not passed, if there is one.
    pub first_time_out: Option<usize>,
    /// The last day of every time-out that has a row, in whatever view.
    pub time_outs: HashMap<TimeOutId, Date>,
    /// How many days have passed, and how many end in this week and each of the seven after it.
    pub weeks: [usize; 9],
}

/// How many rows of the board ask for work on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Due {
    /// Their day has passed.
    pub overdue: usize,
    /// Their day it is.
    pub today: usize,
}

/// Who asks, and when.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The day by which lanes are judged.
    pub today: Date,
    /// The moment by which claims are judged.
    pub now: Instant,
    /// Who.
    pub me: Option<AccountId>,
}

impl Replica {
    /// The rows of the board for a question.
    pub fn board(&self, query: &BoardQuery, asked: Asked) -> Board {
        let (deadlines, signals) = (self.deadlines(), self.signals());
        let filter = BoardFilter::of(&query.words, deadlines, signals, asked);
        let mut heads = Heads::of(query.group, deadlines);
        let mut keyed: Vec<(u64, u16, u32)> = Vec::with_capacity(deadlines.len() as usize);
        let mut in_view = 0;
        let mut time_outs = HashMap::new();
        let mut number = 0;
        for block in deadlines.table.blocks() {
            for packed in &block.rows {
                let at = number;
                number += 1;
                if packed.over {
                    continue;
                }
                if packed.kind == DeadlineKind::TimeOut {
                    time_outs.extend(deadlines.get(at).and_then(|row| Some((row.time_out()?, row.alarm_on()))));
                }
                let signal = signal_of(packed, signals);
                if !in_board(deadlines, at, packed, query.view, asked, &signal) {
                    continue;
                }
                in_view += 1;
                if !filter.matches(packed, signals, &signal) {
                    continue;
                }
                let group = heads.of_row(deadlines, at, packed, asked, &signal);
                keyed.push((u64::from(group) << 32 | packed.alarm_on as u32 as u64, minutes(deadlines, at, packed), at));
            }
        }
        let ranks = heads.ranks();
        for (key, ..) in &mut keyed {
            let group = (*key >> 32) as usize;
            *key = u64::from(ranks.get(group).copied().unwrap_or_default()) << 32 | (*key & 0xffff_ffff);
        }
        // Rows of one day stand by their time, and else in the order of their numbers, so that the order is the same every time.
        keyed.sort_unstable();
        let mut by_rank: Vec<&GroupHead> = heads.heads.iter().collect();
        by_rank.sort();
        let mut groups = vec![];
        for (place, (key, ..)) in keyed.iter().enumerate() {
            let rank = (*key >> 32) as usize;
            if place == 0 || keyed[place - 1].0 >> 32 != *key >> 32 {
                groups.extend(by_rank.get(rank).map(|head| (place, (*head).clone())));
            }
        }
        let (today, sunday) = (asked.today.num_days_from_ce(), sunday_of(asked.today).num_days_from_ce());
        let day = |key: u64| (key & 0xffff_ffff) as i32;
        let first_open = keyed.iter().position(|(key, ..)| day(*key) >= today).unwrap_or_default();
        let is_time_out = |row: u32| deadlines.get(row).is_some_and(|row| row.kind() == DeadlineKind::TimeOut);
        let open = keyed.iter().enumerate().skip(first_open);
        let first_time_out = open.take(MOST_LOOKED_AT).find(|(_, (.., row))| is_time_out(*row)).map(|(place, _)| place);
        let mut weeks = [0; 9];
        for (key, ..) in &keyed {
            let week = if day(*key) < today { 0 } else { 1 + (day(*key) - sunday + 6) as usize / 7 };
            if let Some(count) = weeks.get_mut(week) {
                *count += 1;
            }
        }
        Board {
            first_open,
            first_time_out,
            time_outs,
            weeks,
            rows: keyed.into_iter().map(|(.., row)| row).collect(),
            groups,
            in_view,
        }
    }
}

impl Deadlines {
    /// How many rows ask for work on a day. What waits for its day or stands still does not.
    pub fn due(&self, today: Date) -> Due {
        let day = today.num_days_from_ce();
        let mut due = Due::default();
        let mut number = 0;
        for block in self.table.blocks() {
            for packed in &block.rows {
                if packed.alarm_on <= day {
                    let clock = self.get(number).map(|row| row.clock());
                    let asks = !packed.over
                        && clock.is_some_and(|clock| !clock.is_gone(today) && clock.lane(today) != Lane::StandingStill);
                    *if packed.alarm_on < day { &mut due.overdue } else { &mut due.today } += usize::from(asks);
                }
                number += 1;
            }
        }
        due
    }
}

/// The minute of the day of a call that was promised at a time; what has none comes after those.
fn minutes(deadlines: &Deadlines, at: u32, packed: &PackedDeadline) -> u16 {
    let timed = packed.kind == DeadlineKind::CallBack && packed.more;
    let time = timed.then(|| deadlines.get(at)?.at()).flatten();
    time.map_or(u16::MAX, |time| (time.0.num_seconds_from_midnight() / 60) as u16)
}

/// The signal a row is about: looked up only when it is asked for.
fn signal_of<'a>(packed: &PackedDeadline, signals: &'a Signals) -> impl Fn() -> Option<SignalRow<'a>> + use<'a> {
    let id = SignalId(uuid::Uuid::from_bytes(packed.signal));
    move || signals.find(id).and_then(|row| signals.get(row))
}

fn in_board<'a>(
    deadlines: &Deadlines,
    at: u32,
    packed: &PackedDeadline,
    view: BoardView,
    asked: Asked,
    signal: &impl Fn() -> Option<SignalRow<'a>>,
) -> bool {
    let by_date = matches!(packed.kind, DeadlineKind::Proposal | DeadlineKind::TimeOut);
    let today = asked.today.num_days_from_ce();
    if by_date && packed.alarm_on < today && deadlines.get(at).is_none_or(|row| row.clock().is_gone(asked.today)) {
        return false;
    }
    match view {
        BoardView::All => true,
        BoardView::TimeOuts => packed.more && deadlines.get(at).is_some_and(|row| row.time_out().is_some()),
        BoardView::Proposed => packed.kind == DeadlineKind::Proposal,
        BoardView::CallBacks => packed.kind == DeadlineKind::CallBack,
        BoardView::Mine => {
            let owner = signal().and_then(|row| row.owner_at(asked.now)).map(|owner| owner.account);
            owner.is_some() && owner == asked.me
        }
    }
}

/// The groups that were seen, in the order in which they were.
struct Heads<'a> {
    by: BoardGroup,
    heads: Vec<GroupHead>,
    lanes: [Option<u32>; Lane::ALL.len()],
    names: HashMap<Cow<'a, str>, u32>,
    nobody: Option<u32>,
    of_reason: Vec<Option<u32>>,
}

impl<'a> Heads<'a> {
    fn of(by: BoardGroup, deadlines: &Deadlines) -> Self {
        let of_reason = vec![None; deadlines.reasons.len()];
        Self { by, heads: vec![], lanes: [None; Lane::ALL.len()], names: HashMap::new(), nobody: None, of_reason }
    }

    fn add(heads: &mut Vec<GroupHead>, head: GroupHead) -> u32 {
        heads.push(head);
        heads.len() as u32 - 1
    }

    fn named(&mut self, name: Option<Cow<'a, str>>) -> u32 {
        match name {
            Some(name) => match self.names.get(&name) {
                Some(at) => *at,
                None => {
                    let at = Self::add(&mut self.heads, GroupHead::Name(Some(name.clone().into_owned())));
                    self.names.insert(name, at);
                    at
                }
            },
            None => *self.nobody.get_or_insert_with(|| Self::add(&mut self.heads, GroupHead::Name(None))),
        }
    }

    fn of_row(
        &mut self,
        deadlines: &'a Deadlines,
        at: u32,
        packed: &PackedDeadline,
        asked: Asked,
        signal: &impl Fn() -> Option<SignalRow<'a>>,
    ) -> u32 {
        match self.by {
            BoardGroup::Lane => {
                let lane = lane_of(deadlines, at, packed, asked.today);
                let heads = &mut self.heads;
                *self.lanes[lane as usize].get_or_insert_with(|| Self::add(heads, GroupHead::Lane(lane)))
            }
            BoardGroup::Body | BoardGroup::Ground => {
                if let Some(known) = self.of_reason.get(packed.reason as usize).copied().flatten() {
                    return known;
                }
                let row = deadlines.get(at);
                let group = match self.by {
                    BoardGroup::Ground => {
                        let ground = GroupHead::Ground(row.and_then(|row| row.ground()));
                        match self.heads.iter().position(|head| *head == ground) {
                            Some(at) => at as u32,
                            None => Self::add(&mut self.heads, ground),
                        }
                    }
                    _ => self.named(row.and_then(|row| row.body()).map(Cow::Borrowed)),
                };
                if let Some(place) = self.of_reason.get_mut(packed.reason as usize) {
                    *place = Some(group);
                }
                group
            }
            BoardGroup::Municipality => {
                let name = signal().and_then(|row| row.municipality_name());
                self.named(name.map(Cow::Borrowed))
            }
            BoardGroup::Owner => {
                let owner = signal().and_then(|row| row.owner_at(asked.now));
                self.named(owner.map(|owner| Cow::Borrowed(owner.name)))
            }
        }
    }

    /// For each group its place among them: by lane, by name with the nameless last, by ground.
    fn ranks(&self) -> Vec<u32> {
        let mut order: Vec<usize> = (0..self.heads.len()).collect();
        order.sort_by(|a, b| self.heads[*a].cmp(&self.heads[*b]));
        let mut ranks = vec![0; order.len()];
        for (rank, head) in order.into_iter().enumerate() {
            ranks[head] = rank as u32;
        }
        ranks
    }
}

/// As [`crate::domain::deadline::Clock::lane`], without reading more of a row than that needs.
fn lane_of(deadlines: &Deadlines, at: u32, packed: &PackedDeadline, today: Date) -> Lane {
    if packed.more {
        return deadlines.get(at).map_or(Lane::Later, |row| row.clock().lane(today));
    }
    let (day, sunday) = (today.num_days_from_ce(), sunday_of(today).num_days_from_ce());
    match packed.alarm_on {
        on if on < day => Lane::Overdue,
        on if on == day => Lane::Today,
        on if on <= sunday => Lane::ThisWeek,
        on if on <= sunday + 7 => Lane::NextWeek,
        _ => Lane::Later,
    }
}
