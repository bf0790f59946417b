using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>What can be wrong in an answers file: told with its place, and nothing is read.</summary>
public sealed class AnswersFaultTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);

    [Theory]
    [InlineData("audience,reachability\ncustomer,6", "line 2, column 2 (B, «reachability»): «6» is not a rating; write 1 (terrible) to 5 (excellent), one of the words, na for «cannot judge», or leave the cell empty.")]
    [InlineData("audience,reachability\ncustomer,4.0", "line 2, column 2 (B, «reachability»): «4.0» is not a rating")]
    [InlineData("audience,recommend\ncustomer,11", "line 2, column 2 (B, «recommend»): «11» is not a whole number from 0 to 10")]
    [InlineData("audience,estimate_top2\nexecutive,-1", "line 2, column 2 (B, «estimate_top2»): «-1» is not a whole number from 0 to 100")]
    [InlineData("audience,estimate_top2\ncustomer,50", "line 2, column 2 (B, «estimate_top2»): customers are not asked this; leave the cell empty.")]
    [InlineData("audience,importance_top3\ncustomer,access|price", "line 2, column 2 (B, «importance_top3»): «price» is not one of the options; write up to three of understanding, communication, response, access, people, trust, reliability, joined by |.")]
    [InlineData("audience,importance_top3\ncustomer,access|people|trust|response", "line 2, column 2 (B, «importance_top3»): 4 picks; at most three are allowed.")]
    [InlineData("audience,importance_top3\ncustomer,access|access", "line 2, column 2 (B, «importance_top3»): «access» is picked twice.")]
    [InlineData("audience,language\ncustomer,es", "line 2, column 2 (B, «language»): «es» is not a language of the questionnaire; write one of de, en, fr, it, or leave the cell empty.")]
    [InlineData("audience,reachability\n,5", "line 2, column 1 (A, «audience»): who answered is missing; write executive, employee or customer.")]
    [InlineData("audience,reachability\nboss,5", "line 2, column 1 (A, «audience»): «boss» is not an audience; write executive, employee or customer.")]
    [InlineData("reachability\n5", "line 1: there is no column «audience»; add one that says executive, employee or customer in each line.")]
    [InlineData("audience,reachability,Reachability\ncustomer,5,5", "line 1, column 3 (C, «Reachability»): this header stands here twice, first in column 2; delete or rename one of the two.")]
    [InlineData("audience,reachabilty\ncustomer,5", "line 1, column 2 (B, «reachabilty»): the questionnaire service-mirror has no such question; known columns: audience, language, segment:NAME, comment:KEY, overall_quality, ")]
    [InlineData("audience,comment:price\ncustomer,5", "line 1, column 2 (B, «comment:price»): «price» is neither a dimension nor a question of the questionnaire service-mirror; the dimensions: overall, ")]
    [InlineData("audience,segment:\ncustomer,5", "line 1, column 2 (B, «segment:»): name the segment")]
    [InlineData("audience,segment:language\ncustomer,de", "line 1, column 2 (B, «segment:language»): name this column just «language».")]
    [InlineData("audience,reachability,\ncustomer,5,", "line 1, column 3 (C): the column has no name; name it, or delete the column.")]
    [InlineData("audience,reachability\ncustomer,5\ncustomer", "line 3, column 2 (B): the line has 1 columns, the header 2; look for a missing or an extra delimiter.")]
    [InlineData("audience,reachability\ncustomer,5,5", "line 2, column 3 (C): the line has 3 columns, the header 2; look for a missing or an extra delimiter.")]
    [InlineData("audience,comment:access\ncustomer,\"open\ncustomer,x\n", "line 2: a quote is opened in this line and never closed; close it, or double it if it belongs to the text.")]
    [InlineData("audience,comment:access\ncustomer,\"a\"b\n", "line 2: text follows a closing quote; a quote that belongs to the text has to be doubled.")]
    [InlineData("audience,reachability\n", "line 1: there is no answer below the header.")]
    [InlineData(" \n", "the file is empty; its first line should name the columns.")]
    [InlineData("PK\u0003\u0004…", "this is a spreadsheet; save it as CSV UTF-8 and bring that file.")]
    [InlineData("audience\0,reachability\n", "this is not a text file; save the table as CSV UTF-8.")]
    public async Task A_fault_is_told_with_its_line_and_column(string text, string fault)
    {
        var faults = await Faults(text);

        Assert.StartsWith(fault, faults.First[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(1, faults.Count);
    }

    [Fact]
    public async Task More_answers_than_invitations_are_a_fault_where_the_first_one_too_many_stands()
    {
        var faults = await Faults("audience\nexecutive\ncustomer\nexecutive\nexecutive\n", (Audience.Executive, 2), (Audience.Customer, 1));

        Assert.Equal("line 5, column 1 (A, «audience»): 3 answers of executives, but only 2 were invited; correct the number of invitations or remove what was answered twice.",
            Assert.Single(faults.First).ToString());
    }

    [Fact]
    public async Task A_too_long_comment_is_told_and_not_cut()
    {
        var faults = await Faults($"audience,comment:access\ncustomer,{new string('x', 2001)}\n");

        Assert.Equal("line 2, column 2 (B, «comment:access»): 2001 characters; at most 2000 fit. Shorten the text.", Assert.Single(faults.First).ToString());
    }

    [Fact]
    public async Task All_faults_are_counted_and_the_first_twenty_told()
    {
        var faults = await Faults("audience,reachability\n" + string.Concat(Enumerable.Repeat("customer,7\n", 50)));

        Assert.Equal(50, faults.Count);
        Assert.Equal(20, faults.First.Count);
        Assert.Equal(21, faults.First[^1].Line);
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(703, "AAA")]
    public void Columns_are_lettered_as_in_a_spreadsheet(int column, string letters) =>
        Assert.Equal($"line 1, column {column} ({letters}): x", new DelimitedFault(1, column, null, "x").ToString());

    private static async Task<DelimitedFaults> Faults(string text, params (Audience Audience, int Invited)[] invited)
    {
        var faults = new DelimitedFaults();
        var answers = await AnswersFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Mirror,
            invited.ToDictionary(known => known.Audience, known => known.Invited), faults);
        Assert.Null(answers);
        return faults;
    }
}
