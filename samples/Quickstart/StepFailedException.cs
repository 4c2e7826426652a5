namespace Quickstart;

/// <summary>A step did not do what it should; the message is for the person at the console.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
