package dev.wadachi.cli.publish;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Store;
import dev.wadachi.task.PublishedName;
import java.util.List;

/// Finds what a user calls by a published name.
final class PublishedNames {

    private PublishedNames() {}

    /// The versions of a name, oldest first.
    ///
    /// @throws BadInput if it is no name, or nothing was published under it
    static List<Publication> versions(String text, Store store) {
        PublishedName name = parse(text);
        List<Publication> versions = store.publications().versions(name);
        if (versions.isEmpty()) {
            List<String> names = store.publications().names().stream()
                    .map(PublishedName::toString)
                    .toList();
            throw new BadInput("nothing is published as " + name + Suggestion.of(name.toString(), names));
        }
        return versions;
    }

    private static PublishedName parse(String text) {
        try {
            return PublishedName.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
