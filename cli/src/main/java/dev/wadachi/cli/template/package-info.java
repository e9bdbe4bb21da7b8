/// New projects: from Wadachi's own template, or from a team's.
///
/// - [NewCommand] is `wadachi new`.
/// - [ProjectFile] is a file that a project begins with; a template is nothing but a list of them.
/// - [Placeholders] puts what was answered in the place of `{{name}}`; [NewFolder] writes all files or none.
///
/// ```java
/// List<ProjectFile> files = BuiltIn.files(new Answers("my-project", "com.example.demand", Kind.FORECAST), around);
/// NewFolder.at(folder).fill(files);
/// ```
@NullMarked
package dev.wadachi.cli.template;

import org.jspecify.annotations.NullMarked;
