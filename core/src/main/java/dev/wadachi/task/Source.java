package dev.wadachi.task;

/// A task whose truth lies outside: a file, a query, a web page.
///
/// Its stamp is asked at every run, before and after reading; while the stamp stands still, the stored value
/// stands for the outside.
///
/// @param <T> the type of the value that is read
public interface Source<T> extends Task<T> {

    /// Which state the outside is in now. Cheap, and different whenever the value could be.
    ///
    /// @throws Exception if the outside cannot be asked, for example because a file is missing
    Stamp stamp(Resources from) throws Exception;
}
