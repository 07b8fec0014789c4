//! `loket completions`: a script that completes commands and options in a shell.

use clap::Args;
use clap_complete::Shell;

use crate::api::problem::exit;

use super::{
    call::{Call, Done},
    help,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let mut script = vec![];
    clap_complete::generate(arguments.shell, &mut help::command(&call.texts), "loket", &mut script);
    // Tabs are layout in a script, and loket's own texts hold nothing else that is unsafe.
    let script = String::from_utf8_lossy(&script).replace('\t', "    ");
    call.print_block(script.trim_end())?;
    Ok(exit::DONE)
}
