/// The kernels as a textbook writes them: slow, obvious, and what the fast ones are tested against.
enum Plain {}
