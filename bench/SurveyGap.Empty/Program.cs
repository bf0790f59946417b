// The smallest application of the framework: what ours is measured beside.
var app = WebApplication.Create(args);
app.MapGet("/", () => "Hello");
app.Run();
