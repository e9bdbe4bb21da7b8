select k from this union select k from o
