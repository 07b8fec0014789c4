//! What a list shows, as a file for another program: the same rows in the same order, without personal data. Which file is
//! written, the edge decides; here is its content.

use super::{
    Modal, Pane, State, Tone,
    board::row_label,
    choose::{Choice, Choose, Item},
    message::Effect,
};
use crate::{
    client::replica::{DeadlineRow, SignalRow},
    domain::{
        Date,
        deadline::Deadline,
        filter::{self, Token},
        ids::OrganisationCode,
        text::SafeText,
    },
    export::{BYTE_ORDER_MARK, Calendar, Event, Format, Sheet, day_cell, event_of},
};

impl State {
    /// Asks in which format.
    pub(super) fn menu_export(&mut self) -> Vec<Effect> {
        // A calendar has days; the register has none.
        let formats = Format::ALL.iter().filter(|format| **format != Format::Calendar || self.pane == Pane::Board);
        let item = |format: &Format| Item {
            letter: format.code().chars().next().unwrap_or(' '),
            label: self.texts.get(&format!("export-{format}")),
            note: format!(".{format}"),
            choice: Choice::Export(*format),
        };
        let items = formats.map(item).collect();
        let title = self.texts.get("choose-export");
        let about = self.texts.with("export-about", &[("folder", self.exports_folder().into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items).about(vec![about])));
        vec![]
    }

    /// Where files go: the whole path, where it is known.
    pub(super) fn exports_folder(&self) -> String {
        let set = self.settings.exports_folder.as_deref();
        set.map_or_else(|| self.texts.get("export-folder-own"), |folder| SafeText::line(folder).into_string())
    }

    /// Writes what the list shows now.
    pub(super) fn export(&mut self, format: Format) -> Vec<Effect> {
        let (header, rows) = match self.pane {
            Pane::Board => self.board_sheet(format),
            _ => self.signals_sheet(format),
        };
        if rows.is_empty() {
            self.say_with(Tone::Info, "export-nothing", &[]);
            return vec![];
        }
        // A calendar holds less than the list: the deadline, its number and the body.
        let columns = match format {
            Format::Calendar => self.texts.get("export-note-calendar"),
            _ => header.join(", ").to_lowercase(),
        };
        let about = self.about_export(&columns, rows.len());
        let sheet = Sheet { header: &header, rows: &rows };
        let text = match format {
            // Without the mark a spreadsheet on Windows reads another alphabet.
            Format::Csv => format!("{BYTE_ORDER_MARK}{}", sheet.csv()),
            Format::Markdown => sheet.markdown_about(&SafeText::line(&about)),
            Format::Calendar => {
                let (name, about) = (SafeText::line(&self.texts.get("calendar-name")), SafeText::line(&about));
                Calendar { name, about, events: self.events() }.write()
            }
        };
        // A spreadsheet has no place for it: a line above the header, or below the last row, is a row to whatever reads the file.
        let note = (format == Format::Csv).then(|| (self.texts.get("export-note-ending"), about));
        self.exporting = Some(columns);
        let what = if self.pane == Pane::Board { "export-name-board" } else { "export-name-signals" };
        let name = format!("{}-{}.{format}", self.texts.get(what), self.today);
        vec![Effect::Export { name, content: text.into_bytes(), note }]
    }

    /// What a file of a list holds, who made it when and what for, and what was chosen. Words that were searched for may be of a case: they
    /// are not told.
    fn about_export(&self, columns: &str, count: usize) -> String {
        let filter = if self.pane == Pane::Board { &self.board.filter } else { &self.signals.filter };
        let is_field = |token: &Token| token.field.as_deref().and_then(filter::Field::named).is_some();
        let (fields, words): (Vec<Token>, Vec<Token>) = filter::tokens(filter.text()).into_iter().partition(is_field);
        let mut chosen: Vec<String> = fields.iter().map(Token::write).collect();
        chosen.extend((!words.is_empty()).then(|| self.texts.get("export-note-words")));
        let chosen = match chosen.is_empty() {
            true => String::new(),
            false => self.texts.with("export-note-filter", &[("filter", chosen.join(" ").into())]),
        };
        let who = self.me.as_ref().map(|me| me.name.line().into_string()).unwrap_or_default();
        let values = [
            ("count", count.into()),
            ("who", who.into()),
            ("when", self.texts.moment(self.server_now()).into()),
            ("columns", columns.into()),
            ("filter", chosen.into()),
        ];
        self.texts.with("export-note", &values).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// It is written, or why not in words.
    pub(super) fn exported(&mut self, result: Result<String, String>) -> Vec<Effect> {
        let columns = self.exporting.take();
        match (result, columns) {
            (Ok(path), Some(columns)) => {
                let values = [("path", SafeText::line(&path).into()), ("columns", columns.into())];
                self.say_with(Tone::Done, "exported-list", &values);
            }
            (Ok(path), None) => self.say_with(Tone::Done, "exported", &[("path", SafeText::line(&path).into())]),
            (Err(words), _) => self.say_with(Tone::Fail, "export-failed", &[("words", SafeText::line(&words).into())]),
        }
        vec![]
    }

    fn signals_sheet(&self, format: Format) -> (Vec<String>, Vec<Vec<SafeText>>) {
        let mut columns =
            vec!["number", "title", "urgency", "status", "municipality", "bodies", "hard-date", "uncertain", "owner", "received"];
        columns.retain(|name| *name != "uncertain" || format == Format::Csv);
        let signals = self.replica.signals();
        let rows = self.signals.rows.iter().filter_map(|row| signals.get(*row)).map(|row| self.signal_cells(&row, format));
        (columns.iter().map(|name| self.texts.get(&format!("cli-column-{name}"))).collect(), rows.collect())
    }

    fn signal_cells(&self, row: &SignalRow, format: Format) -> Vec<SafeText> {
        let texts = &self.texts;
        let date = row.hard_date();
        let date = self.day_cells(date.as_ref().map(|date| date.on), date.as_ref().is_some_and(|date| date.uncertain), format);
        let owner = row.owner_at(self.server_now()).map_or("", |owner| owner.name);
        let before = [
            row.number().to_string(),
            row.title().to_owned(),
            texts.get(&format!("urgency-{}", row.urgency())),
            texts.get(&format!("status-{}", row.status())),
            row.municipality_name().unwrap_or_default().to_owned(),
            row.bodies().map(|body| self.body_cell(body)).collect::<Vec<_>>().join(", "),
        ];
        let received = day_cell(crate::domain::zone::date_of(row.received_at()), Some(format), texts);
        let after = [owner.to_owned(), received];
        before.iter().chain(&date).chain(&after).map(|text| SafeText::line(text)).collect()
    }

    /// A day in a cell; what must still be confirmed is marked, in a spreadsheet in a cell of its own so that the days sort.
    fn day_cells(&self, day: Option<Date>, doubtful: bool, format: Format) -> Vec<String> {
        let cell = day.map(|day| day_cell(day, Some(format), &self.texts)).unwrap_or_default();
        let mark = if doubtful { "?" } else { "" };
        match format {
            Format::Csv => vec![cell, mark.to_owned()],
            _ => vec![format!("{cell} {mark}").trim_end().to_owned()],
        }
    }

    /// A body by its abbreviation, a municipality by its name.
    fn body_cell(&self, code: &str) -> String {
        self.reference.body(&OrganisationCode(code.to_owned()))
    }

    fn board_sheet(&self, format: Format) -> (Vec<String>, Vec<Vec<SafeText>>) {
        let mut heads =
            vec!["safe", "uncertain", "end", "proposed", "days", "number", "clock", "label", "body", "ground", "owner"];
        heads.retain(|head| *head != "uncertain" || format == Format::Csv);
        let header = heads.iter().map(|head| self.texts.get(&format!("board-head-{head}"))).collect();
        let deadlines = self.replica.deadlines();
        let rows = self.board.board.rows.iter().filter_map(|row| deadlines.get(*row));
        (header, rows.map(|row| self.clock_cells(&row, format)).collect())
    }

    fn clock_cells(&self, row: &DeadlineRow, format: Format) -> Vec<SafeText> {
        let texts = &self.texts;
        let safe = self.day_cells(Some(row.safe_end()), row.is_uncertain() || row.is_provisional(), format);
        let signals = self.replica.signals();
        let signal = signals.find(row.signal()).and_then(|at| signals.get(at));
        let label = row_label(row, signal.as_ref());
        let owner = signal.and_then(|signal| signal.owner_at(self.server_now())).map_or("", |owner| owner.name);
        let kind = texts.get(&format!("clock-{}", row.kind().code().replace('_', "-")));
        // As the board marks it: until when somebody may still confirm what is proposed about it.
        let proposed = row.clock().proposed_until.filter(|until| self.today <= *until);
        let rest = [
            if row.end() == row.safe_end() { String::new() } else { day_cell(row.end(), Some(format), texts) },
            proposed.map(|day| day_cell(day, Some(format), texts)).unwrap_or_default(),
            row.clock().days_left(self.today).to_string(),
            row.signal_number().to_string(),
            format!("{kind} {}", row.article()).trim_end().to_owned(),
            label.into_owned(),
            row.body().map(|body| self.body_cell(body)).unwrap_or_default(),
            row.ground().map(|ground| texts.get(&format!("time-out-ground-short-{ground}"))).unwrap_or_default(),
            owner.to_owned(),
        ];
        safe.iter().chain(&rest).map(|text| SafeText::line(text)).collect()
    }

    fn events(&self) -> Vec<Event> {
        let deadlines = self.replica.deadlines();
        let rows = self.board.board.rows.iter().filter_map(|row| deadlines.get(*row));
        let now = self.server_now();
        // Raised every second: a calendar that has the file of before takes this one.
        let sequence = u32::try_from(now.timestamp() - YEAR_2020).unwrap_or_default();
        rows.map(|row| event_of(&whole(&row), &self.texts, now, sequence)).collect()
    }
}

/// The first second of the year 2020.
const YEAR_2020: i64 = 1_577_836_800;

/// A row as the server sends it; title, municipality and owner stand with the signal and in no calendar.
fn whole(row: &DeadlineRow) -> Deadline {
    let clock = row.clock();
    Deadline {
        id: row.id(),
        kind: row.kind(),
        signal: row.signal(),
        signal_number: row.signal_number(),
        title: "".into(),
        municipality: None,
        label: row.label().into(),
        body: row.body().map(|code| crate::domain::ids::OrganisationCode(code.to_owned())),
        ground: row.ground(),
        owner: None,
        safe_end: row.safe_end(),
        end: row.end(),
        alarm_on: row.alarm_on(),
        arrangement: None,
        rule: Some(row.rule().to_owned()).filter(|rule| !rule.is_empty()),
        article: row.article().into(),
        time_out: row.time_out(),
        state: clock.state,
        confirmation: row.confirmation(),
        proposed_until: clock.proposed_until,
        uncertain: row.is_uncertain(),
        provisional: row.is_provisional(),
        stands_still: clock.stands_still,
        at: row.at(),
    }
}
