package dev.wadachi.cli.handover;

/// Something that a hand-over needs and the project does not have.
///
/// @param file where it belongs, relative to the project
/// @param what is lacking
/// @param next what to do about it
record Lack(String file, String what, String next) {}
