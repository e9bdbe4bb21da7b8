/// What a project still lacks before somebody else can take it over.
///
/// - [CheckCommand] is `wadachi check --deliverables`.
/// - A [Lack] names a file, what it lacks, and the next step.
/// - [Page] is a page of Markdown by its headings; [Pages], [Code], [Build] and [Accuracy] are what is looked at.
@NullMarked
package dev.wadachi.cli.handover;

import org.jspecify.annotations.NullMarked;
