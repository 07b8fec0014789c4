//! The commands and their options. The help texts are not here but in the locale files: see `help`.

use clap::{Parser, Subcommand};

use crate::locale::Language;

use super::{
    account, administrator, agenda, arrangement, audit, case, completions, config::Flags, config_command, db, demo, destruction,
    doctor, explain, export, feed, forced, holds, holidays, identity, keys, lesson, login, logout, man, meeting, message,
    numbers, policy, register, report, serve, session, share, signal, term, theme, time_out, token, values::codes, view, wie,
};

#[derive(Parser)]
#[command(name = "loket", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[arg(long, global = true, display_order = 900, value_name = "URL")]
    server: Option<String>,
    #[arg(long, global = true, display_order = 900, value_name = "nl|en", value_parser = codes!(Language))]
    lang: Option<Language>,
    #[arg(long, global = true, display_order = 900, value_name = "NAME")]
    theme: Option<String>,
    #[arg(long, global = true, display_order = 900, value_name = "NAME")]
    keymap: Option<String>,
    #[arg(long, global = true, display_order = 900)]
    read_only: bool,
    #[arg(long, global = true, display_order = 900)]
    plain: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Subcommand)]
pub(super) enum Command {
    Demo(demo::Arguments),
    Serve(serve::Arguments),
    #[command(subcommand)]
    Token(token::Command),
    #[command(subcommand)]
    Account(account::Command),
    #[command(subcommand)]
    Session(session::Command),
    #[command(subcommand)]
    Administrator(administrator::Command),
    #[command(subcommand)]
    Identity(identity::Command),
    #[command(subcommand)]
    Db(db::Command),
    #[command(subcommand)]
    Signal(signal::Command),
    #[command(subcommand)]
    Message(message::Command),
    #[command(subcommand)]
    Share(share::Command),
    #[command(subcommand)]
    Case(case::Command),
    #[command(subcommand)]
    Register(register::Command),
    Wie(wie::Arguments),
    Forced(forced::Arguments),
    Term(term::Arguments),
    Holidays(holidays::Arguments),
    #[command(visible_alias = "uitleg")]
    Explain(explain::Arguments),
    #[command(subcommand)]
    TimeOut(time_out::Command),
    #[command(subcommand)]
    Moratorium(arrangement::Moratorium),
    #[command(subcommand)]
    Bridging(arrangement::Bridging),
    #[command(subcommand)]
    Commitment(arrangement::Commitments),
    #[command(subcommand)]
    Meeting(meeting::Command),
    #[command(subcommand)]
    Agenda(agenda::Command),
    #[command(subcommand)]
    Lesson(lesson::Command),
    Numbers(numbers::Arguments),
    Report(report::Arguments),
    #[command(subcommand)]
    Feed(feed::Command),
    #[command(subcommand)]
    View(view::Command),
    #[command(subcommand)]
    Audit(audit::Command),
    #[command(subcommand)]
    Destruction(destruction::Command),
    #[command(subcommand)]
    Export(export::Command),
    Holds(holds::Arguments),
    Policy(policy::Arguments),
    #[command(subcommand)]
    Config(config_command::Command),
    Doctor(doctor::Arguments),
    Keys(keys::Arguments),
    #[command(subcommand)]
    Theme(theme::Command),
    Login(login::Arguments),
    #[command(alias = "sign-out")]
    Logout(logout::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

impl Arguments {
    pub(super) fn flags(&self) -> Flags {
        Flags {
            server: self.server.clone(),
            language: self.lang,
            theme: self.theme.clone(),
            keymap: self.keymap.clone(),
            read_only: self.read_only,
            plain: self.plain,
        }
    }
}
