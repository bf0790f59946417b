// Says whether the description at an address is OpenAPI: node validate.mjs ADDRESS
import SwaggerParser from "@apidevtools/swagger-parser";

const answer = await fetch(process.argv[2]);
const document = await SwaggerParser.validate(await answer.json());
console.log(`OpenAPI ${document.openapi}: ${Object.keys(document.paths).length} paths`);
