//! The edge: the terminal, its input, its signals, and what the state asks to be done.
pub mod clipboard;
pub mod color;
pub mod decode;
pub mod screen;
