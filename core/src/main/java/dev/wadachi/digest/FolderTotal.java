package dev.wadachi.digest;

import java.util.List;
import java.util.Map;

/// What a folder comes to: all that a stamp of it needs.
///
/// @param digest of its [FolderListing]
/// @param bytes in all its files
public record FolderTotal(Digest digest, long bytes) {

    /// What these files come to.
    public static FolderTotal of(FolderListing listing) {
        return new FolderTotal(listing.digest(), listing.bytes());
    }

    /// What a listing of these files comes to, without making it.
    ///
    /// @param files with their paths, sorted by them
    /// @throws IllegalArgumentException if a path cannot be written on a line
    public static FolderTotal of(List<Map.Entry<String, FolderListing.Entry>> files) {
        long bytes = 0;
        for (Map.Entry<String, FolderListing.Entry> file : files) {
            FolderListing.requireListable(file.getKey());
            bytes += file.getValue().size();
        }
        return new FolderTotal(FolderListing.digest(FolderListing.text(files)), bytes);
    }
}
