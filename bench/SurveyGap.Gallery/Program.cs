using SurveyGap.Gallery;
using SurveyGap.Reports;

File.WriteAllBytes(args[0], GapReport.ToArray(SampleReport.Of(new SampleStudy())));
return 0;
