select k from this except select k from o
