//! Starts the real parts that tests need: PostgreSQL, the server, the program itself, terminals, tmux and sshd.

pub mod acknowledged;
pub mod http;
pub mod issuer;
pub mod mail;
pub mod pair;
pub mod postgres;
pub mod process;
pub mod program;
pub mod proof;
pub mod provider;
pub mod proxy;
pub mod pty;
pub mod register;
pub mod samples;
pub mod seat;
pub mod server;
pub mod ssh;
pub mod terminal;
pub mod tmux;
pub mod writing;

/// A small generator of numbers by lot (SplitMix64): the same seed gives the same numbers on every machine.
pub struct Lot(pub u64);

impl Lot {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.draw() % end
    }
}
