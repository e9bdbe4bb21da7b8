/// What a machine and a project need so that runs work: what holds, what does not, and how to mend it.
///
/// - [DoctorCommand] is `wadachi doctor`.
/// - A [Finding] is one thing that was looked at; what is wrong says how to mend it.
/// - [Settings] lists every setting with where it comes from.
@NullMarked
package dev.wadachi.cli.doctor;

import org.jspecify.annotations.NullMarked;
